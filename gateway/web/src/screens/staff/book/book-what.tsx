import { When } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { Facts } from '../../../ui/steps/facts.tsx'
import { type BookPartProps, listingOf } from './use-book-form.ts'

type What = Pick<BookPartProps, 'venues' | 'form'>

/** Where and when, as chosen so far. */
export function BookWhat(what: What) {
  return <Facts rows={whatRows(what)} />
}

export function whatRows({ venues, form }: What) {
  const { listingId, date, from, to } = form.values
  const venue = venues.find(one => listingOf([one], listingId))
  return [
    [
      say('common.room'),
      <span lang="ja">
        {venue?.name} {listingOf(venues, listingId)?.name}
      </span>,
    ],
    [say('staff.when'), <When date={date} from={from} to={to} />],
  ] as const
}
