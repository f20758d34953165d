import { lockTopic } from '@asaichi/contract/lock/topics.ts'
import type { Log } from '@asaichi/service/log.ts'
import { startWorkLoop, type WorkLoop } from '@asaichi/service/work-loop.ts'
import type { Database } from '@asaichi/store/database.ts'
import type { Tables } from '../store/schema.ts'
import { claimUnconfirmed, findDesired } from '../store/sets.ts'
import type { GatewayLink } from './gateway-link.ts'
import { inTraceOfSet } from './in-trace-of-set.ts'

const POLL_MS = 1_000

export type PublisherOptions = {
  readonly database: Database<Tables>
  readonly log: Log
  readonly link: Pick<GatewayLink, 'isUp' | 'publish'>
  /** Before a site hears of a set: its gateway may have to be told the time. */
  readonly greet: (site: string) => void
}

/**
 * Sends each lock's whole desired set until its gateway says that it holds exactly that one. Woken by NOTIFY, polls as backup; a
 * set is read anew at every sending, so what arrives late, twice or out of order is never older than it was.
 */
export function startPublisher(options: PublisherOptions): WorkLoop {
  const { database, log } = options
  const loop = startWorkLoop({
    work: async () => (await sendDue(options)) > 0,
    waitMs: () => POLL_MS,
    onError: err => log.warn({ err }, 'sets not published'),
  })
  const listening = database.listen(`${database.schema}_sets`, loop.wake)
  return {
    wake: loop.wake,
    async [Symbol.asyncDispose]() {
      await loop[Symbol.asyncDispose]()
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
      const span = { name: 'publish desired', kind: 'producer', lock: lockId, rev: desired.rev } as const
      await inTraceOfSet(database.db, span, () =>
        link.publish(lockTopic({ site, lock: lockId }, 'desired'), desired, { retain: true }),
      ).catch((err: unknown) => log.warn({ err, lock: lockId, rev: desired.rev }, 'set not taken'))
    }),
  )
  return claims.length
}
