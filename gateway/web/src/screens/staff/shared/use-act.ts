import { useCallback, useRef, useState } from 'preact/hooks'
import type { Result } from '../../../api/result.ts'

/** A press that is no form: one at a time, with the answer to show. `form` goes into `<FormProblems>`. */
export function useAct<I, V, P>(act: (input: I) => Promise<Result<V, P>>) {
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Result<V, P>>()
  const isBusy = useRef(false)
  const last = useRef<I | undefined>(undefined)
  const acting = useRef(act)
  acting.current = act
  const run = useCallback(async (input: I): Promise<Result<V, P> | undefined> => {
    if (isBusy.current) return undefined
    isBusy.current = true
    last.current = input
    setBusy(true)
    try {
      const got = await acting.current(input)
      setAnswer(got)
      return got
    } finally {
      isBusy.current = false
      setBusy(false)
    }
  }, [])
  const again = useCallback(() => {
    if (last.current !== undefined) void run(last.current)
  }, [run])
  return { busy, answer, run, form: { errors: [], attempt: 0, busy, answer, onSubmit: again } }
}
