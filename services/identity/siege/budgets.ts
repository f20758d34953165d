import * as limits from '../src/domain/limits.ts'
import { charged, type Load } from '../src/domain/pace.ts'

export type Charged = {
  readonly account: string
  readonly network: string
  /** Where it is known to the account. */
  readonly device: string | undefined
}

/** The budgets of `verbs/login-budget.ts`, from the same numbers. */
export function createBudgets() {
  const loads = new Map<string, Load>()
  const hours = new Map<string, { readonly fromS: number; count: number }>()
  const charge = (bucket: string, pace: limits.Pace, nowS: number) => {
    const { load, waitSeconds } = charged(loads.get(bucket), pace, nowS)
    if (load) loads.set(bucket, load)
    return { waitSeconds, count: load?.count ?? 0 }
  }
  const isOver = (bucket: string, pace: limits.Pace, nowS: number) =>
    charged(loads.get(bucket), pace, nowS).load === undefined
  const refund = (bucket: string) => {
    const load = loads.get(bucket)
    if (load) loads.set(bucket, { ...load, count: Math.max(0, load.count - 1) })
  }
  const inHour = (bucket: string, nowS: number) => {
    const known = hours.get(bucket)
    const hour = known && nowS - known.fromS < 3_600 ? known : { fromS: nowS, count: 0 }
    hour.count += 1
    hours.set(bucket, hour)
    return hour.count
  }
  const names = ({ account, network, device }: Charged) =>
    device === undefined ? [`${account} ${network}`, network] : [`${account} ${device}`]
  return {
    charge(attempt: Charged, nowS: number): { readonly waitSeconds: number; readonly rank: number } {
      const [first = '', network] = names(attempt)
      if (network === undefined) return { ...charge(first, limits.WRONG_PER_DEVICE, nowS), rank: 0 }
      const isBeset = isOver(`any ${attempt.account}`, limits.WRONG_PER_ACCOUNT, nowS)
      const ofPair = isBeset
        ? limits.WRONG_PER_ACCOUNT_AND_SOURCE_WHEN_BESET
        : limits.WRONG_PER_ACCOUNT_AND_SOURCE
      const pair = charge(first, ofPair, nowS)
      if (pair.waitSeconds > 0) return { ...pair, rank: 0 }
      const isHot = isOver('town', limits.WRONG_IN_TOWN, nowS)
      const own = charge(network, isHot ? limits.WRONG_PER_SOURCE_WHEN_HOT : limits.WRONG_PER_SOURCE, nowS)
      if (own.waitSeconds > 0) refund(first)
      return { ...own, rank: own.count }
    },
    refund: (attempt: Charged) => names(attempt).forEach(refund),
    countRight(attempt: Charged, nowS: number) {
      names(attempt).forEach(refund)
      const { account, network, device } = attempt
      const most = limits.EARNED_PER_ACCOUNT_AND_SOURCE.most
      if (device === undefined && inHour(`right ${account} ${network}`, nowS) <= most) refund(network)
    },
    countWrong({ account, device }: Charged, nowS: number) {
      if (device !== undefined) return
      charge(`any ${account}`, limits.WRONG_PER_ACCOUNT, nowS)
      charge('town', limits.WRONG_IN_TOWN, nowS)
    },
    mayHelp: (network: string, nowS: number) =>
      inHour(`help ${network}`, nowS) <= limits.HELPS_PER_SOURCE.most,
  }
}
