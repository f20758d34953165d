import type { City } from '@asaichi/contract/catalog/city.ts'
import { useEffect, useRef } from 'preact/hooks'
import { useSearch } from 'wouter-preact'
import { useServerNow } from '../../api/use-server-now.ts'
import { say } from '../../i18n/message.ts'
import { P } from '../../i18n/text.tsx'
import { dateAt } from '../../lib/tokyo.ts'
import { useLater } from '../../shell/later.ts'
import { NeedsCity } from '../../shell/needs-city.tsx'
import { Page } from '../../shell/page.tsx'
import { Loading } from '../../ui/loading.tsx'
import { SearchForm } from './search-form.tsx'
import { type SearchValues, searchErrors, searchPath, searchValues } from './search-query.ts'
import { VenueResults } from './venue-results.tsx'

/** R3, S4, S6: facilities, and free rooms where a day is given; the address holds the whole search. */
export function SearchScreen() {
  const isFree = new URLSearchParams(useSearch()).has('free')
  return (
    <Page title={say(isFree ? 'places.free-title' : 'places.search-title')} screen="R3" crumbs={[]}>
      <P k={isFree ? 'places.free-lead' : 'places.search-lead'} class="lead" />
      <NeedsCity>{city => <Searching key={city.cityId} city={city} />}</NeedsCity>
    </Page>
  )
}

function Searching({ city }: { readonly city: City }) {
  const now = useServerNow(60_000)
  if (now === undefined) return <Loading />
  return <SearchPage city={city} today={dateAt(new Date(now).toISOString())} />
}

function SearchPage({ city, today }: { readonly city: City; readonly today: string }) {
  const search = useSearch()
  const values = searchValues(search)
  const isAsked = new URLSearchParams(search).has('done')
  const asksFree = isAsked && values.from !== '' && searchErrors(values, today).length === 0
  const results = useResultsFocus(search, isAsked)
  return (
    <>
      <SearchForm key={search} cityId={city.cityId} today={today} />
      <div ref={results} tabIndex={-1} class="results">
        {asksFree ? (
          <Free city={city} values={values} />
        ) : (
          <VenueResults cityId={city.cityId} values={values} />
        )}
      </div>
    </>
  )
}

function Free(asked: { readonly city: City; readonly values: SearchValues }) {
  const later = useLater(() => import('./free-rooms.tsx'), ['free'])
  return later ? <later.FreeRooms {...asked} key={searchPath(asked.values)} /> : <Loading />
}

// The form stays above; who searched is taken to what was found.
function useResultsFocus(search: string, isAsked: boolean) {
  const results = useRef<HTMLDivElement>(null)
  const before = useRef(search)
  useEffect(() => {
    if (before.current === search || !isAsked) return
    before.current = search
    results.current?.focus({ preventScroll: true })
    results.current?.scrollIntoView({ block: 'start' })
  }, [search, isAsked])
  return results
}
