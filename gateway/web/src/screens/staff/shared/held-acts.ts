const HELD_MS = 10_000
/** However often the time begins anew, the mail goes after this. */
const MOST_MS = 60_000

type Held = {
  readonly carryOut: () => void
  readonly takeBack: () => void
  readonly beginAnew: () => void
}
/** Acts that wait ten seconds in which they can be taken back: nothing has been sent, so nothing has to be undone. */
export type HeldActs = {
  /** Whether the act is to be carried out now; false where it was taken back. */
  readonly hold: (id: string) => Promise<boolean>
  readonly takeBack: (id: string) => void
  /** For whoever reaches the button late, with the keyboard say. */
  readonly beginAnew: (id: string) => void
  readonly carryOutAll: () => void
}

export function heldActs(): HeldActs {
  const held = new Map<string, Held>()
  return {
    hold: id =>
      new Promise(resolve => {
        const end = (isMeant: boolean) => {
          clearTimeout(timer)
          held.delete(id)
          resolve(isMeant)
        }
        const carryOut = () => end(true)
        const endsAt = performance.now() + MOST_MS
        let timer = setTimeout(carryOut, HELD_MS)
        const beginAnew = () => {
          clearTimeout(timer)
          timer = setTimeout(carryOut, Math.min(HELD_MS, endsAt - performance.now()))
        }
        held.set(id, { carryOut, takeBack: () => end(false), beginAnew })
      }),
    takeBack: id => held.get(id)?.takeBack(),
    beginAnew: id => held.get(id)?.beginAnew(),
    carryOutAll: () => {
      for (const one of held.values()) one.carryOut()
    },
  }
}
