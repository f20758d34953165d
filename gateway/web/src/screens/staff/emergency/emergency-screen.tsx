import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import { say } from '../../../i18n/message.ts'
import { P, T } from '../../../i18n/text.tsx'
import { Shown } from '../../../shell/shown.tsx'
import { StaffPage } from '../shared/staff-page.tsx'
import { Told } from '../shared/told.tsx'
import { useNames } from '../shared/use-names.ts'
import { EmergencySheet, type Sheet } from './emergency-sheet.tsx'
import { EmergencyVenue } from './emergency-venue.tsx'
import './emergency.css'

/** T12, V13: numbers that open doors in an emergency, by venue; an admin makes, prints and ends them. */
export function EmergencyScreen() {
  return (
    <StaffPage
      title={say('emergency.title')}
      screen="T12"
      under={{ href: '/staff/locks', label: say('staff.locks-title') }}
    >
      {me => <EmergencyContent isAdmin={me.role === 'admin'} />}
    </StaffPage>
  )
}

function EmergencyContent({ isAdmin }: { readonly isAdmin: boolean }) {
  const venues = useApi(signal => api.get('/api/staff/emergency-codes', { signal }), [], { refresh: true })
  const acts = (venues.value?.items ?? []).flatMap(venue => venue.acts)
  const names = useNames(acts.flatMap(({ staffId }) => staffId ?? []))
  const [sheet, setSheet] = useState<Sheet>()
  const [isChanged, setChanged] = useState(false)
  // The numbers alone are on the page then, and on the paper.
  if (sheet) return <EmergencySheet sheet={sheet} onClose={() => setSheet(undefined)} />
  return (
    <>
      <P k="emergency.lead" class="lead" />
      <P k="emergency.rules" />
      {!isAdmin && <P k="emergency.admin-only" />}
      <Told>{isChanged && <T k="emergency.changed" />}</Told>
      <Shown of={venues}>
        {({ items }) => (
          <>
            {items.length === 0 && <P k="emergency.none" />}
            {items.map(venue => (
              <EmergencyVenue
                key={venue.venueId}
                venue={venue}
                names={names}
                isAdmin={isAdmin}
                onChanged={() => {
                  setChanged(true)
                  venues.reload()
                }}
                onSpares={venues.reload}
                onShown={shown => {
                  setSheet({ ...shown, venueName: venue.venueName })
                  venues.reload()
                }}
              />
            ))}
          </>
        )}
      </Shown>
    </>
  )
}
