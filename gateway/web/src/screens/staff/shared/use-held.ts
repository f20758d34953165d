import { useEffect, useRef } from 'preact/hooks'

const HELD_MS = 10_000

type Held = { readonly carryOut: () => void; readonly takeBack: () => void }

/**
 * Acts that wait ten seconds in which they can be taken back: nothing has been sent, so nothing has to be undone. Whoever leaves
 * the page means it, and what waits is carried out then.
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
      const timer = setTimeout(() => end(true), HELD_MS)
      held.current.set(id, { carryOut: () => end(true), takeBack: () => end(false) })
    })
  return { hold, takeBack: (id: string) => held.current.get(id)?.takeBack() }
}
