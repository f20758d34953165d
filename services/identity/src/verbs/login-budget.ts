import { done, type Outcome, refuse } from '@asaichi/contract/define.ts'
import type { startLogin } from '@asaichi/contract/identity/login.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { mailbox } from '../domain/compared-text.ts'
import * as limits from '../domain/limits.ts'
import { chargeAttempt, refundAttempts } from '../store/attempts.ts'
import { chargePace, isOverPace } from '../store/loads.ts'

type Input = z.output<(typeof startLogin)['input']>
type TooMany = {
  readonly code: 'too-many-attempts'
  readonly detail: { readonly retryAfterSeconds: number }
}
export type LoginCharge = {
  /** Whose password is looked at first where many wait: the lower, the fewer have failed around it. */
  readonly rank: number
  /** The attempt was never made. */
  readonly refund: () => Promise<void>
  readonly countRight: () => Promise<void>
  readonly countWrong: () => Promise<void>
}

/**
 * V3, D24: an attempt is charged before its password is looked at, so that a thousand at once are a thousand; a right one is given back.
 * `device` is one that is known to the account: strangers' failures do not touch it.
 */
export async function chargeLogin(
  context: Context,
  input: Input,
  device: string | undefined,
): Promise<Outcome<LoginCharge, TooMany>> {
  return device === undefined ? chargeStranger(context, input) : chargeKnown(context, input, device)
}

async function chargeKnown(
  { db, secrets }: Context,
  { login }: Input,
  device: string,
): Promise<Outcome<LoginCharge, TooMany>> {
  const bucket = secrets.bucket('wrong-device', device, ...nameOf(login))
  const own = await chargePace(db, { bucket, pace: limits.WRONG_PER_DEVICE })
  if (!own.ok) return tooMany(own)
  const refund = () => refundAttempts(db, [bucket])
  return done({ rank: 0, refund, countRight: refund, countWrong: async () => undefined })
}

async function chargeStranger(
  { db, secrets }: Context,
  { login, source }: Input,
): Promise<Outcome<LoginCharge, TooMany>> {
  const name = nameOf(login)
  const pair = secrets.bucket('wrong-account', source, ...name)
  const network = secrets.bucket('wrong-source', source)
  const account = { bucket: secrets.bucket('wrong-anywhere', ...name), pace: limits.WRONG_PER_ACCOUNT }
  const town = { bucket: secrets.bucket('wrong-town'), pace: limits.WRONG_IN_TOWN }

  const [isBeset, isHot] = await Promise.all([isOverPace(db, account), isOverPace(db, town)])
  const ofPair = await chargePace(db, {
    bucket: pair,
    pace: isBeset ? limits.WRONG_PER_ACCOUNT_AND_SOURCE_WHEN_BESET : limits.WRONG_PER_ACCOUNT_AND_SOURCE,
  })
  if (!ofPair.ok) return tooMany(ofPair)
  const ofNetwork = await chargePace(db, {
    bucket: network,
    pace: isHot ? limits.WRONG_PER_SOURCE_WHEN_HOT : limits.WRONG_PER_SOURCE,
  })
  if (!ofNetwork.ok) {
    await refundAttempts(db, [pair])
    return tooMany(ofNetwork)
  }
  const refund = () => refundAttempts(db, [pair, network])
  return done({
    rank: ofNetwork.count,
    refund,
    async countRight() {
      await refund()
      const bucket = secrets.bucket('right-account', source, ...name)
      const { count } = await chargeAttempt(db, { bucket, budget: limits.EARNED_PER_ACCOUNT_AND_SOURCE })
      if (count <= limits.EARNED_PER_ACCOUNT_AND_SOURCE.most) await refundAttempts(db, [network])
    },
    async countWrong() {
      await chargePace(db, account)
      await chargePace(db, town)
    },
  })
}

function nameOf(login: Input['login']): readonly [string, string] {
  return [login.kind, login.kind === 'mail' ? mailbox(login.mail) : login.memberNumber]
}

function tooMany({ retryAfterSeconds }: { readonly retryAfterSeconds: number }) {
  return refuse('too-many-attempts', { retryAfterSeconds })
}
