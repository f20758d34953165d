import { useCallback, useEffect, useRef, useState } from 'preact/hooks'

/** Walking a queue by keyboard: which row is the present one, and moving the focus from row to row. */
export type Queue = {
  readonly current: string | undefined
  readonly take: (id: string | undefined) => void
  /** To the next (1) or the previous (-1) row; from nowhere to the first. */
  readonly move: (step: 1 | -1) => void
  /** Focuses the first of these rows that is there once the page is drawn: behind an open dialog nothing takes the focus. */
  readonly focusFirst: (ids: readonly string[]) => void
  /** Of the control that stands for the row. */
  readonly rowRef: (id: string) => (element: HTMLElement | null) => void
}

export function useQueue(ids: readonly string[]): Queue {
  const [current, take] = useState<string>()
  const rows = useRef(new Map<string, HTMLElement>())
  const focus = useCallback((id: string | undefined): boolean => {
    const row = id === undefined ? undefined : rows.current.get(id)
    if (!row) return false
    take(id)
    row.focus()
    return true
  }, [])
  const [wanted, focusFirst] = useState<readonly string[]>([])
  useEffect(() => void wanted.some(focus), [wanted, focus])
  return {
    current,
    take,
    move: step => {
      const at = current === undefined ? -1 : ids.indexOf(current)
      focus(ids[at === -1 ? 0 : Math.min(ids.length - 1, Math.max(0, at + step))])
    },
    focusFirst,
    rowRef: id => element => {
      if (element) rows.current.set(id, element)
      else rows.current.delete(id)
    },
  }
}

/** The other rows in the order to look at after this one: those below it, then those above. */
export function idsAfter(ids: readonly string[], id: string): readonly string[] {
  const at = ids.indexOf(id)
  return [...ids.slice(at + 1), ...ids.slice(0, Math.max(0, at)).toReversed()]
}
