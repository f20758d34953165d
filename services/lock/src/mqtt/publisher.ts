import { lockTopic } from '@asaichi/contract/lock/topics.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { Database } from '@asaichi/store/database.ts'
import type { Tables } from '../store/schema.ts'
import { claimUnconfirmed, findDesired } from '../store/sets.ts'
import type { GatewayLink } from './gateway-link.ts'

const POLL_MS = 1_000

export type PublisherOptions = {
  readonly database: Database<Tables>
  readonly log: Log
  readonly link: Pick<GatewayLink, 'isUp' | 'publish'>
  /** Before a site hears of a set: its gateway may have to be told the time. */
  readonly greet: (site: string) => void
}
export type Publisher = { readonly wake: () => void } & AsyncDisposable

/**
 * Sends each lock's whole desired set until its gateway says that it holds exactly that one. Woken by NOTIFY, polls as backup; a
 * set is read anew at every sending, so what arrives late, twice or out of order is never older than it was.
 */
export function startPublisher(options: PublisherOptions): Publisher {
  const { database, log } = options
  let stopped = false
  let woken = false
  let wakeUp = () => {}
  const wake = () => {
    woken = true
    wakeUp()
  }
  const listening = database.listen(`${database.schema}_sets`, wake)
  const loop = (async () => {
    while (!stopped) {
      woken = false
      const sent = await sendDue(options).catch((err: unknown) => {
        log.warn({ err }, 'sets not published')
        return 0
      })
      if (sent > 0 || woken || stopped) continue
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, POLL_MS)
        wakeUp = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  })()
  return {
    wake,
    async [Symbol.asyncDispose]() {
      stopped = true
      wake()
      await loop
      await (await listening)[Symbol.asyncDispose]()
    },
  }
}

async function sendDue({ database, link, log, greet }: PublisherOptions): Promise<number> {
  if (!link.isUp()) return 0
  const claims = await claimUnconfirmed(database.db)
  await Promise.all(
    claims.map(async ({ lockId, site }) => {
      greet(site)
      const desired = await findDesired(database.db, lockId)
      if (!desired) return
      await link
        .publish(lockTopic({ site, lock: lockId }, 'desired'), desired, { retain: true })
        .catch((err: unknown) => log.warn({ err, lock: lockId, rev: desired.rev }, 'set not taken'))
    }),
  )
  return claims.length
}
