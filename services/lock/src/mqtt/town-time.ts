import { type GatewayTime, gatewayTopic } from '@asaichi/contract/lock/topics.ts'
import type { Clock } from '@asaichi/service/clock.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { GatewayLink } from './gateway-link.ts'

const REPEAT_MS = 30_000

export type TownTimeOptions = {
  readonly clock: Clock
  readonly link: Pick<GatewayLink, 'isUp' | 'publish'>
  readonly sites: () => Promise<readonly string[]>
  readonly log: Log
}
export type TownTime = {
  /** A new connection: every gateway is told. */
  readonly begin: () => void
  /** Tells them if this site has not been told on this connection. */
  readonly greet: (site: string) => void
  readonly isTelling: () => boolean
} & Disposable

/** Demo and tests: gateways take the town's time from here, for themselves and their locks. With a real clock nothing is said. */
export function startTownTime(options: TownTimeOptions): TownTime {
  const { clock, log } = options
  if (!clock.movable) return silent
  const told = new Set<string>()
  let wanted = false
  let isTelling = false

  // One round after another, and one site after another: several sites can have the same gateway.
  async function tellInTurn(): Promise<void> {
    if (isTelling) return
    isTelling = true
    while (wanted) {
      wanted = false
      await tellRound(options, told).catch((err: unknown) => log.warn({ err }, 'time not told'))
    }
    isTelling = false
  }
  const tell = () => {
    wanted = true
    void tellInTurn()
  }
  const unsubscribe = clock.onMove(tell)
  const timer = setInterval(tell, REPEAT_MS)

  return {
    begin() {
      told.clear()
      tell()
    },
    greet: site => {
      if (!told.has(site)) tell()
    },
    isTelling: () => isTelling,
    [Symbol.dispose]() {
      unsubscribe()
      clearInterval(timer)
    },
  }
}

async function tellRound({ clock, link, sites }: TownTimeOptions, told: Set<string>): Promise<void> {
  if (!link.isUp()) return
  for (const site of await sites()) {
    told.add(site)
    await link.publish(gatewayTopic(site, 'time'), clock.time() satisfies GatewayTime)
  }
}

const silent: TownTime = {
  begin() {},
  greet() {},
  isTelling: () => false,
  [Symbol.dispose]() {},
}
