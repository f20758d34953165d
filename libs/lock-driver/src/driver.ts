import type { LockAbout } from '@asaichi/contract/lock/lock-about.ts'
import type { LockWindow } from '@asaichi/contract/lock/topics.ts'

/** What a lock can do, read from the lock itself: a table of models is wrong about the next firmware. */
export type Capabilities = {
  /** Places for codes, as the lock counts them; foreign codes take some. */
  readonly slots: { readonly first: number; readonly count: number }
  readonly pin: LockAbout['pin']
  readonly timing: LockAbout['timing']
  /** Of `timing: 'lock'`: how many windows it keeps for one code. */
  readonly windowsPerCode: number
  /** `value`: digits can be read back. `occupancy`: only that a place is taken. A lock that tells not even this is not driven. */
  readonly readback: 'value' | 'occupancy'
  /** Each change is answered with a status of the lock's own, so that a switch need not be read back. */
  readonly statusAnswers: boolean
  /** How long it may sleep between two messages; 0 = it always listens. */
  readonly wakeMinutes: number
  readonly budget: { readonly gapMs: number; readonly writesPerDay: number }
}

/** One place as the lock shows it now, never as a cache remembers it. What the lock cannot tell is left out. */
export type SlotView =
  | { readonly slot: number; readonly status: 'empty' }
  | {
      readonly slot: number
      readonly status: 'taken'
      readonly digits?: string | undefined
      readonly isOn?: boolean | undefined
      readonly windows?: readonly LockWindow[] | undefined
    }

export const REFUSALS = ['duplicate', 'no-room', 'bad-format', 'unsupported', 'unknown'] as const
export type Refusal = (typeof REFUSALS)[number]

/** `later`: silence, sleep, a queue of the stack; it says nothing of whether the lock did it, and is never a refusal. */
export type Answer =
  | { readonly status: 'done' }
  | { readonly status: 'refused'; readonly reason: Refusal }
  | { readonly status: 'later' }

export type StoredCode = {
  readonly digits: string
  readonly isOn: boolean
  /** Of `timing: 'lock'` alone; none = always. */
  readonly windows: readonly LockWindow[]
}

export type DriverEvent =
  | { readonly type: 'opened'; readonly slot: number | null }
  | { readonly type: 'denied' }
  | { readonly type: 'locked' }
  /** Somebody changed codes at the lock itself; null where the lock cannot say which place. */
  | { readonly type: 'changed-outside'; readonly slot: number | null }
  | { readonly type: 'reset' }
  | { readonly type: 'clock-lost' }
  | { readonly type: 'reachable'; readonly isIt: boolean }
  /** It sleeps most of the time, and listens now. */
  | { readonly type: 'awake' }
  | { readonly type: 'battery'; readonly percent: number; readonly isLow: boolean }
  | { readonly type: 'tamper' }

/**
 * One lock of one family. A driver keeps nothing of ours and decides nothing: it says what the lock says. Every call ends
 * within the driver's own deadline, and undefined is silence.
 */
export type LockDriver = {
  readonly firmware: () => string
  readonly capabilities: () => Promise<Capabilities | undefined>
  /** These places, or all of them. */
  readonly read: (slots?: readonly number[]) => Promise<readonly SlotView[] | undefined>
  /** Into a place that was seen empty. Where there is an off state, the digits never stand on the lock switched on before `isOn`. */
  readonly write: (slot: number, code: StoredCode) => Promise<Answer>
  /** Switches a stored code on or off, or moves its windows; digits are not sent again where the lock allows it. */
  readonly adjust: (slot: number, code: StoredCode) => Promise<Answer>
  readonly clear: (slot: number) => Promise<Answer>
  readonly setTime: (now: string) => Promise<Answer>
  /** The cheapest question that the lock answers. */
  readonly ping: () => Promise<boolean>
  readonly onEvent: (listener: (event: DriverEvent) => void) => void
} & AsyncDisposable

/** What stands at each place, one after the other; undefined where the lock stopped answering. */
export async function readEach(
  slots: readonly number[],
  look: (slot: number) => Promise<SlotView | undefined>,
): Promise<readonly SlotView[] | undefined> {
  const views: SlotView[] = []
  for (const slot of slots) {
    const view = await look(slot)
    if (!view) return undefined
    views.push(view)
  }
  return views
}
