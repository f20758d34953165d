import {
  type Credential,
  type LockAddress,
  lockTopic,
  type SetRefusal,
} from '@asaichi/contract/lock/topics.ts'
import type { Log } from '@asaichi/service/log.ts'
import { startWorkLoop, type WorkLoop } from '@asaichi/service/work-loop.ts'
import type { Database } from '@asaichi/store/database.ts'
import type { LockSecrets } from '../lock-secrets.ts'
import type { Tables } from '../store/schema.ts'
import { claimUnconfirmed, findDesired } from '../store/sets.ts'
import type { GatewayLink } from './gateway-link.ts'
import { inTraceOfSet } from './in-trace-of-set.ts'

const POLL_MS = 1_000
const UNKNOWN = 'unknown-lock' satisfies SetRefusal

export type PublisherOptions = {
  readonly database: Database<Tables>
  readonly log: Log
  readonly link: Pick<GatewayLink, 'isUp' | 'publish'>
  /** Before a site hears of a set: its gateway may have to be told the time. */
  readonly greet: (site: string) => void
  readonly credentialHash: LockSecrets['credentialHash']
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

async function sendDue({ database, link, log, greet, credentialHash }: PublisherOptions): Promise<number> {
  if (!link.isUp()) return 0
  const claims = await claimUnconfirmed(database.db)
  await Promise.all(
    claims.map(async ({ lockId, site, refusal }) => {
      greet(site)
      // A door of today, of which the site's file says nothing; the set comes after it, and again if it was too early.
      if (refusal === UNKNOWN) await introduce({ link, log, credentialHash }, { lock: lockId, site })
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

async function introduce(
  { link, log, credentialHash }: Pick<PublisherOptions, 'link' | 'log' | 'credentialHash'>,
  lock: LockAddress,
): Promise<void> {
  const credential: Credential = { passwordHash: credentialHash(lock.lock) }
  await link
    .publish(lockTopic(lock, 'credential'), credential)
    .catch((err: unknown) => log.warn({ err, lock: lock.lock }, 'credential not taken'))
}
