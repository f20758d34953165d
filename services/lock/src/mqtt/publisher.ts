import { type Credential, lockTopic, type SetRefusal } from '@asaichi/contract/lock/topics.ts'
import type { Log } from '@asaichi/service/log.ts'
import { startWorkLoop, type WorkLoop } from '@asaichi/service/work-loop.ts'
import type { Database } from '@asaichi/store/database.ts'
import type { LockSecrets } from '../lock-secrets.ts'
import { markIntroduced } from '../store/devices.ts'
import type { Tables } from '../store/schema.ts'
import { type Claim, claimUnconfirmed, findDesired } from '../store/sets.ts'
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

async function sendDue(options: PublisherOptions): Promise<number> {
  const { database, link, log, greet } = options
  if (!link.isUp()) return 0
  const claims = await claimUnconfirmed(database.db)
  await Promise.all(
    claims.map(async claim => {
      const { lockId, site } = claim
      greet(site)
      // A door of today, or another password: the gateway's file may say nothing of it. The set waits until it was told.
      if (mustIntroduce(claim) && !(await introduce(options, claim))) return
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

/** Also before each set of a lock whose password the gateway's file, written at its first day, may not have. */
function mustIntroduce({ refusal, introduce, serial }: Claim): boolean {
  return refusal === UNKNOWN || introduce || serial > 1
}

async function introduce(
  {
    database,
    link,
    log,
    credentialHash,
  }: Pick<PublisherOptions, 'database' | 'link' | 'log' | 'credentialHash'>,
  claim: Claim,
): Promise<boolean> {
  const { lockId, site } = claim
  try {
    await link.publish(lockTopic({ site, lock: lockId }, 'credential'), credentialOf(claim, credentialHash))
    await markIntroduced(database.db, lockId, claim)
    return true
  } catch (err) {
    log.warn({ err, lock: lockId }, 'credential not taken')
    return false
  }
}

function credentialOf(
  { lockId, serial, formerUntil, hangs }: Claim,
  credentialHash: PublisherOptions['credentialHash'],
): Credential {
  const passwordHash = hangs ? credentialHash(lockId, serial) : null
  // Without a number for the first, which is all that a gateway of an earlier release can read.
  if (serial === 1) return { passwordHash }
  return {
    passwordHash,
    serial,
    ...(formerUntil !== null && { formerHash: credentialHash(lockId, serial - 1) }),
  }
}
