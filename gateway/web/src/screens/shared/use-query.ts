import { useCallback } from 'preact/hooks'
import { useLocation, useSearch } from 'wouter-preact'

type Change = (values: Readonly<Record<string, string | undefined>>) => void

/** What stands behind the `?` of the address, and a way to change it without a new page; an empty value leaves it. */
export function useQuery(): readonly [query: URLSearchParams, change: Change] {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const change = useCallback<Change>(
    values => {
      const query = new URLSearchParams(search)
      for (const [name, value] of Object.entries(values))
        if (value) query.set(name, value)
        else query.delete(name)
      const text = query.toString()
      navigate(text === '' ? path : `${path}?${text}`, { replace: true })
    },
    [search, path, navigate],
  )
  return [new URLSearchParams(search), change]
}
