import type { Desired, LockAddress } from '@asaichi/contract/lock/topics.ts'
import { Reported } from '@asaichi/contract/lock/topics.ts'
import { cloudPassword, lockKey, lockPassword } from '@asaichi/lock-protocol/lock-keys.ts'
import { type Cloud, openCloud, type SetSpec, setOf } from './cloud.ts'
import { openSite, type Site } from './site.ts'

/** Public, so that a device is set up once for all runs. No door may know it. */
const TEST_SECRET = Buffer.from(Array.from({ length: 32 }, (_, at) => at))
const TEST_LOCK: LockAddress = { site: 'stand', lock: 'device' }

/** What the device under test must be given. */
export type Credentials = LockAddress & { readonly password: string; readonly keyHex: string }
/** Types digits at the device's keypad and answers `open`, or anything else. */
export type Keypad = (digits: string) => Promise<string>

export type Stand = {
  readonly site: Site
  readonly cloud: Cloud
  readonly keypad: Keypad | undefined
  /** Above all that an earlier run told this device. */
  readonly epoch: number
  readonly send: (set: SetSpec) => Promise<Desired>
  readonly seal: (set: SetSpec) => Desired
  /** The newest report, if it is what is waited for. */
  readonly reported: (what: string, isIt: (report: Reported) => boolean) => Promise<Reported>
} & AsyncDisposable

export const CREDENTIALS: Credentials = {
  ...TEST_LOCK,
  password: lockPassword(TEST_SECRET, TEST_LOCK.lock),
  keyHex: lockKey(TEST_SECRET, TEST_LOCK.lock).toString('hex'),
}

const ANSWER_MS = 15_000

/** A gateway and a lock service for one device that connects by itself. */
export async function openStand(
  at: { readonly host: string; readonly port: number },
  keypad?: Keypad,
): Promise<Stand> {
  await using opened = new AsyncDisposableStack()
  const { password } = CREDENTIALS
  const site = opened.use(await openSite({ ...at, ...TEST_LOCK, password, master: TEST_SECRET }))
  const cloud = opened.use(
    await openCloud(`mqtt://127.0.0.1:${at.port}`, {
      address: TEST_LOCK,
      password: cloudPassword(TEST_SECRET),
    }),
  )
  const seal = (set: SetSpec) =>
    setOf({ lock: TEST_LOCK.lock, key: lockKey(TEST_SECRET, TEST_LOCK.lock) }, set)
  const resources = opened.move()
  return {
    site,
    cloud,
    keypad,
    epoch: Math.floor(Date.now() / 1_000) - 1_700_000_000,
    seal,
    async send(set) {
      const desired = seal(set)
      await cloud.say('desired', desired)
      return desired
    },
    reported: (what, isIt) =>
      until(what, () => {
        const newest = cloud.heard('reported', Reported).at(-1)
        return newest && isIt(newest) ? newest : undefined
      }),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}

/** The first answer that is there; throws `what` as the sentence of a failed check when there is none in time. */
export async function until<T>(what: string, probe: () => T | undefined, deadlineMs = ANSWER_MS): Promise<T> {
  const end = performance.now() + deadlineMs
  for (;;) {
    const answer = probe()
    if (answer !== undefined) return answer
    if (performance.now() > end) throw new Error(`not within ${deadlineMs / 1_000} s: ${what}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
