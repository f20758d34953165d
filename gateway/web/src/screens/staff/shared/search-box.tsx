import { useState } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import { useHistoryState } from 'wouter-preact/use-browser-location'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/button.tsx'

const PATH = '/staff/search'

/** What is searched for goes with the page's entry in the history, never into its address (A78). */
export function useSearchWords(): string {
  const state: unknown = useHistoryState<unknown>()
  const hasWords = typeof state === 'object' && state !== null && 'query' in state
  return hasWords && typeof state.query === 'string' ? state.query : ''
}

/** T14: one box for whatever the caller says first, on every page of the staff. */
export function SearchBox() {
  const t = useText()
  const [, navigate] = useLocation()
  const searched = useSearchWords()
  const [query, setQuery] = useState(searched)
  return (
    <search class="staff-search no-print">
      <form
        onSubmit={event => {
          event.preventDefault()
          if (query.trim() !== '') navigate(PATH, { state: { query: query.trim() } })
        }}
      >
        <input
          class="input"
          type="search"
          value={query}
          maxLength={60}
          autocomplete="off"
          aria-label={t('staff.search-label')}
          placeholder={t('staff.search-hint')}
          onInput={event => setQuery(event.currentTarget.value)}
        />
        <Button type="submit" k="staff.search-do" />
      </form>
    </search>
  )
}
