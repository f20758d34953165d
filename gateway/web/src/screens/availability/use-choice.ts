import { useCallback, useMemo } from 'preact/hooks'
import { useLocation, useSearch } from 'wouter-preact'
import { type Choice, choiceOf, searchOf } from './choice.ts'

/** R6: the choice stands in the address, so that a reload, a login or a shared link keeps it. */
export function useChoice(): readonly [choice: Choice, choose: (next: Partial<Choice>) => void] {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const choice = useMemo(() => choiceOf(search), [search])
  const choose = useCallback(
    (next: Partial<Choice>) => navigate(path + searchOf({ ...choice, ...next }), { replace: true }),
    [choice, path, navigate],
  )
  return [choice, choose]
}
