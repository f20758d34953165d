import { useSearch } from 'wouter-preact'
import { bookableOf, useListing } from '../../api/bookable.ts'
import { say } from '../../i18n/message.ts'
import { P } from '../../i18n/text.tsx'
import { usePageCity } from '../../shell/city.tsx'
import { Page } from '../../shell/page.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useListingDay, usePhase } from '../availability/listing/use-phase.ts'
import { type Wanted, wantedOf } from '../availability/paths.ts'
import { Application } from './application.tsx'

/** R12, R13, R14: `/apply?listing&date&from&to`, whatever can be done for that time now. */
export function ApplyScreen() {
  const wanted = wantedOf(useSearch())
  return wanted ? <ApplyFor wanted={wanted} /> : <NothingChosen />
}

function ApplyFor({ wanted }: { readonly wanted: Wanted }) {
  const found = useListing(wanted.listingId)
  usePageCity(found.value?.venue.cityId)
  const day = useListingDay(wanted.listingId, wanted.date)
  const phase = usePhase(day.value)
  const room = found.value && bookableOf(found.value)
  if (room && day.value && phase)
    return <Application room={room} day={day.value} phase={phase} wanted={wanted} />
  return (
    <Page title={say('booking.apply-title')} screen="R13">
      <Shown of={found}>{() => null}</Shown>
      <Shown of={day}>{() => <Loading />}</Shown>
    </Page>
  )
}

function NothingChosen() {
  return (
    <Page title={say('booking.apply-title')} screen="R13">
      <Notice tone="warning" title={say('booking.nothing-chosen-title')}>
        <P k="booking.nothing-chosen-text" />
        <ButtonLink href="/search" k="common.nav-search" />
      </Notice>
    </Page>
  )
}
