import { useEffect, useRef } from 'preact/hooks'
import { type HeldActs, heldActs } from './held-acts.ts'

/** W11m: acts that can be taken back for a while. Whoever leaves the page means them, and what waits is carried out. */
export function useHeld(): HeldActs {
  const { current: acts } = useRef(heldActs())
  useEffect(() => {
    addEventListener('pagehide', acts.carryOutAll)
    return () => {
      removeEventListener('pagehide', acts.carryOutAll)
      acts.carryOutAll()
    }
  }, [])
  return acts
}
