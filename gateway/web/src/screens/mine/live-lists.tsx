import type { Entry } from '@asaichi/contract/lottery/entries.ts'
import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import type { ProblemCode } from '../../api/routes.ts'
import { serverNow } from '../../api/server-clock.ts'
import type { Shown as ShownData } from '../../api/use-api.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { H2, P } from '../../i18n/text.tsx'
import { dateAt } from '../../lib/tokyo.ts'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { EntryCard, ReservationCard } from './cards.tsx'

type Refusal = { readonly code: ProblemCode; readonly detail: string }
export type Listed<I> = ShownData<{ readonly items: readonly I[] }, Refusal>

/** 利用予定: soonest first. */
export function Planned({ shown }: { readonly shown: Listed<Reservation> }) {
  return (
    <Shown of={shown}>
      {({ items }) => <Reservations items={soonestFirst(items, 'approved')} none="mine.none-planned" />}
    </Shown>
  )
}

/** 承認待ち: nearest 回答期限 first, which is the start of use (M25). */
export function Pending({ shown }: { readonly shown: Listed<Reservation> }) {
  return (
    <Shown of={shown}>
      {({ items }) => <Reservations items={soonestFirst(items, 'pending')} none="mine.none-pending" />}
    </Shown>
  )
}

/** 抽選待ち, and below it results of dates still ahead: who lost may look for gaps, who won has a booking (M20). */
export function Entries({ shown }: { readonly shown: Listed<Entry> }) {
  return (
    <Shown of={shown}>
      {({ items }) => {
        const waiting = items.filter(one => one.status === 'entered')
        const told = items.filter(isResult)
        return (
          <>
            {waiting.length === 0 ? (
              <Empty text="mine.none-draws" />
            ) : (
              <ul class="cards">
                {waiting.map(entry => (
                  <EntryCard key={entry.entryId} entry={entry} />
                ))}
              </ul>
            )}
            {told.length > 0 && (
              <section aria-labelledby="results">
                <H2 k="mine.results" id="results" />
                <ul class="cards">
                  {told.map(entry => (
                    <EntryCard key={entry.entryId} entry={entry} />
                  ))}
                </ul>
              </section>
            )}
          </>
        )
      }}
    </Shown>
  )
}

/** A result for a date that still lies ahead. */
export function isResult(entry: Entry): boolean {
  const now = serverNow()
  const { status } = entry
  const isTold = status === 'won' || status === 'lost' || status === 'void'
  return isTold && (!now || lastDate(entry) >= dateAt(now))
}

/** The last use date among the wishes. */
function lastDate({ wishes }: Entry): string {
  return wishes.map(wish => wish.date).reduce((last, date) => (date > last ? date : last), '')
}

type ListProps = { readonly items: readonly Reservation[]; readonly none: Key }

function Reservations({ items, none }: ListProps) {
  if (items.length === 0) return <Empty text={none} />
  return (
    <ul class="cards">
      {items.map(reservation => (
        <ReservationCard key={reservation.reservationId} reservation={reservation} />
      ))}
    </ul>
  )
}

/** Nothing there, and the one thing to do about it. */
export function Empty({ text }: { readonly text: Key }) {
  return (
    <div class="empty">
      <P k={text} />
      <ButtonLink href="/search?free=1" k="mine.find-free" />
    </div>
  )
}

function soonestFirst(items: readonly Reservation[], status: Reservation['status']): readonly Reservation[] {
  const wanted = items.filter(one => one.status === status)
  return wanted.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}
