/** What a lock holds at one place. */
export type Held = { readonly digits: string; readonly isOn: boolean }
/** What a lock tells of its door by radio. */
export type Happened =
  | { readonly type: 'opened'; readonly slot: number }
  | { readonly type: 'denied' }
  | { readonly type: 'locked' }

/** A lock with a memory of its own, at the other end of a simulated radio. */
export type RadioLock = {
  readonly held: () => ReadonlyMap<number, Held>
  readonly say: (happened: Happened) => void
}
export type Radio = {
  /** In the order of the doors. */
  readonly locks: readonly RadioLock[]
  /** False when the third-party program has ended. */
  readonly isWell: () => boolean
} & AsyncDisposable
export type RadioOptions = {
  /** How many; a lock each. */
  readonly doors: number
  /** Where the bridge finds it. */
  readonly port: number
  readonly dataDir: string
}

/** More than the demo's bookings of a day, and few enough that each is soon read. */
export const PLACES = 20
