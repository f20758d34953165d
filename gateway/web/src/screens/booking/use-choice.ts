import { isLocalDate } from '@asaichi/calendar/local-date.ts'
import { useCallback, useMemo } from 'preact/hooks'
import { useLocation, useSearch } from 'wouter-preact'
import type { TimeRange } from '../../lib/range.ts'
import { rangeOf } from './paths.ts'

/** What a reader has chosen in a calendar. */
export type Choice = {
  readonly month: string | undefined
  readonly date: string | undefined
  readonly range: TimeRange | undefined
}

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

function choiceOf(search: string): Choice {
  const query = new URLSearchParams(search)
  const date = query.get('date') ?? ''
  const month = query.get('month') ?? ''
  return {
    month: /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : undefined,
    date: isLocalDate(date) ? date : undefined,
    range: rangeOf(query),
  }
}

function searchOf({ month, date, range }: Choice): string {
  const parts = { ...(month && { month }), ...(date && { date }), ...(date && range) }
  const query = new URLSearchParams(parts).toString()
  return query === '' ? '' : `?${query}`
}
