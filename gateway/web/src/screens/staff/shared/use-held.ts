import { useEffect, useRef } from 'preact/hooks'

const HELD_MS = 10_000
/** However often the time begins anew, the mail goes after this. */
const MOST_MS = 60_000

type Held = {
  readonly carryOut: () => void
  readonly takeBack: () => void
  readonly beginAnew: () => void
}

/**
 * Acts that wait ten seconds in which they can be taken back: nothing has been sent, so nothing has to be undone. The time begins
 * anew for whoever reaches the button late, with the keyboard say. Whoever leaves the page means it, and what waits is carried out.
 */
export function useHeld() {
  const held = useRef(new Map<string, Held>())
  useEffect(() => {
    const carryOutAll = () => {
      for (const one of held.current.values()) one.carryOut()
    }
    addEventListener('pagehide', carryOutAll)
    return () => {
      removeEventListener('pagehide', carryOutAll)
      carryOutAll()
    }
  }, [])
  /** Whether the act is to be carried out now; false where it was taken back. */
  const hold = (id: string): Promise<boolean> =>
    new Promise(resolve => {
      const end = (isMeant: boolean) => {
        clearTimeout(timer)
        held.current.delete(id)
        resolve(isMeant)
      }
      const carryOut = () => end(true)
      const endsAt = performance.now() + MOST_MS
      let timer = setTimeout(carryOut, HELD_MS)
      const beginAnew = () => {
        clearTimeout(timer)
        timer = setTimeout(carryOut, Math.min(HELD_MS, endsAt - performance.now()))
      }
      held.current.set(id, { carryOut, takeBack: () => end(false), beginAnew })
    })
  return {
    hold,
    takeBack: (id: string) => held.current.get(id)?.takeBack(),
    beginAnew: (id: string) => held.current.get(id)?.beginAnew(),
  }
}
