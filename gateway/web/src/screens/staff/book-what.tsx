import { When } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { Facts } from '../../ui/facts.tsx'
import { type BookPartProps, listingOf } from './book-screen.tsx'

/** Where and when, as chosen so far. */
export function BookWhat({ venues, form }: Pick<BookPartProps, 'venues' | 'form'>) {
  const { listingId, date, from, to } = form.values
  const venue = venues.find(one => listingOf([one], listingId))
  return (
    <Facts
      rows={[
        [
          say('common.room'),
          <span lang="ja">
            {venue?.name} {listingOf(venues, listingId)?.name}
          </span>,
        ],
        [say('desk.when'), <When date={date} from={from} to={to} />],
      ]}
    />
  )
}
