import { Link } from 'wouter-preact'
import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { useApi } from '../../../api/use-api.ts'
import { say } from '../../../i18n/message.ts'
import { H2, P, T } from '../../../i18n/text.tsx'
import { Shown } from '../../../shell/shown.tsx'
import { PersonLines } from '../shared/person-lines.tsx'
import { useSearchWords } from '../shared/search-box.tsx'
import { StaffPage } from '../shared/staff-page.tsx'
import { useNames } from '../shared/use-names.ts'
import { BookingTable } from './booking-table.tsx'

type Found = ValueOf<RouteAt<'post', '/api/staff/search'>>

/** T14: people and bookings of the city, by whatever the caller says. */
export function SearchScreen() {
  return (
    <StaffPage title={say('staff.search-title')} screen="T14">
      {() => <SearchContent />}
    </StaffPage>
  )
}

function SearchContent() {
  const query = useSearchWords()
  return (
    <>
      <P k="staff.search-lead" class="soft" />
      {query === '' ? <P k="staff.search-first" /> : <Results key={query} query={query} />}
    </>
  )
}

function Results({ query }: { readonly query: string }) {
  const found = useApi(signal => api.post('/api/staff/search', { body: { query }, signal }), [query])
  return (
    <Shown of={found}>
      {({ people, bookings }) => (
        <>
          <p class="lead" lang="ja">
            「{query}」
          </p>
          <People people={people} />
          <Bookings bookings={bookings} />
        </>
      )}
    </Shown>
  )
}

function People({ people: { items, more } }: { readonly people: Found['people'] }) {
  return (
    <section aria-labelledby="found-people">
      <H2 k="staff.search-people" p={{ count: items.length }} id="found-people" />
      {items.length === 0 && <P k="staff.search-none" />}
      <ul class="found-people">
        {items.map(person => (
          <li key={person.personId}>
            <PersonLines person={person} />
            <Link href={`/staff/people/${person.personId}`}>
              <T k="staff.see-person" />
              <span class="visually-hidden" lang="ja">
                ：{person.groupName ?? person.name}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {more && <P k="staff.search-more" />}
    </section>
  )
}

function Bookings({ bookings: { items, more } }: { readonly bookings: Found['bookings'] }) {
  const names = useNames(items.map(booking => booking.personId))
  return (
    <section aria-labelledby="found-bookings">
      <H2 k="staff.search-bookings" p={{ count: items.length }} id="found-bookings" />
      {items.length === 0 ? (
        <P k="staff.search-none" />
      ) : (
        <BookingTable caption={say('staff.found-caption')} bookings={items} names={names} />
      )}
      {more && <P k="staff.search-more" />}
    </section>
  )
}
