import { bookableOf, useListing } from '../../api/bookable.ts'
import { useServerNow } from '../../api/use-server-now.ts'
import { useLanguage } from '../../i18n/language.ts'
import { say } from '../../i18n/message.ts'
import { ownWords } from '../../i18n/own-words.ts'
import { dateAt } from '../../lib/tokyo.ts'
import type { ScreenProps } from '../../shell/area.tsx'
import { usePageCity } from '../../shell/city.tsx'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { Loading } from '../../ui/loading.tsx'
import { AvailabilityOf } from './availability-of.tsx'

const NEVER_MS = 86_400_000

/** R6: a room's month, the times of a day, and the way to the form. */
export function AvailabilityScreen({ params: { listingId = '' } }: ScreenProps) {
  const language = useLanguage()
  const found = useListing(listingId)
  usePageCity(found.value?.venue.cityId)
  const now = useServerNow(NEVER_MS)
  const room = found.value && bookableOf(found.value)
  return (
    <Page
      title={say('availability.availability-title')}
      screen="R6"
      step="1/4"
      crumbs={[
        { href: '/search', label: say('common.nav-search') },
        ...(room
          ? [{ href: `/venues/${room.venue.venueId}`, label: ownWords(room.venue, 'name', language).text }]
          : []),
      ]}
    >
      <Shown of={found}>
        {() =>
          room && now !== undefined ? (
            <AvailabilityOf key={listingId} room={room} today={dateAt(new Date(now).toISOString())} />
          ) : (
            <Loading />
          )
        }
      </Shown>
    </Page>
  )
}
