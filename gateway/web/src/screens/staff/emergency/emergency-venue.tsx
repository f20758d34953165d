import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { Moment } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { P, T } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Facts } from '../../../ui/steps/facts.tsx'
import { Sure } from '../shared/sure.tsx'
import { useAct } from '../shared/use-act.ts'
import type { Names } from '../shared/use-names.ts'
import type { Sheet } from './emergency-sheet.tsx'
import { VenueSpares } from './venue-spares.tsx'

type Venue = ValueOf<RouteAt<'get', '/api/staff/emergency-codes'>>['items'][number]
type Asked = 'venue' | 'door' | 'none' | 'show'
type Props = {
  readonly venue: Venue
  readonly names: Names
  readonly isAdmin: boolean
  readonly onChanged: () => void
  readonly onSpares: () => void
  readonly onShown: (shown: Omit<Sheet, 'venueName'>) => void
}

/** V13: one venue's doors with how far their numbers are, and what was done with them. */
export function EmergencyVenue({ venue, names, isAdmin, onChanged, onSpares, onShown }: Props) {
  const [asked, setAsked] = useState<Asked>()
  const close = () => setAsked(undefined)
  const hasNumbers = venue.doors.some(({ state }) => state !== 'none')
  return (
    <section class="emergency">
      <h2 lang="ja">{venue.venueName}</h2>
      <Facts
        rows={venue.doors.map(({ doorName, state, spares }) => [
          doorName,
          <>
            <T k={`emergency.state-${state}`} />
            {venue.keepsSpares && (
              <>
                {' '}
                ／ <T k="emergency.spares-on-lock" p={{ count: spares ?? 0 }} />
              </>
            )}
          </>,
        ])}
      />
      {isAdmin && (
        <div class="buttons">
          {hasNumbers && <Button size="small" onClick={() => setAsked('show')} k="emergency.show" />}
          <Button
            kind="secondary"
            size="small"
            onClick={() => setAsked('venue')}
            k="emergency.change-venue"
          />
          <Button kind="secondary" size="small" onClick={() => setAsked('door')} k="emergency.change-door" />
          {hasNumbers && (
            <Button kind="secondary" size="small" onClick={() => setAsked('none')} k="emergency.end" />
          )}
        </div>
      )}
      {isAdmin && (
        <VenueSpares venueId={venue.venueId} keeps={venue.keepsSpares ?? false} onChanged={onSpares} />
      )}
      <Acts acts={venue.acts} names={names} />
      {asked === 'show' && <ShowDialog venueId={venue.venueId} onClose={close} onShown={onShown} />}
      {asked !== undefined && asked !== 'show' && (
        <ChangeDialog
          venue={venue}
          per={asked}
          onClose={close}
          onDone={() => {
            close()
            onChanged()
          }}
        />
      )}
    </section>
  )
}

function Acts({ acts, names }: Pick<Venue, 'acts'> & Pick<Props, 'names'>) {
  return (
    <details>
      <summary>
        <T k="emergency.acts" />
      </summary>
      {acts.length === 0 && <P k="emergency.acts-none" />}
      <ul>
        {acts.map(({ act, at, doorName, staffId }, index) => (
          <li key={index}>
            <T
              k={`emergency.act-${act}`}
              p={{
                at: <Moment at={at} short />,
                who: names.get(staffId ?? '')?.name ?? '－',
                door: doorName ?? '',
              }}
            />
          </li>
        ))}
      </ul>
    </details>
  )
}

type ChangeProps = {
  readonly venue: Venue
  readonly per: Exclude<Asked, 'show'>
  readonly onClose: () => void
  readonly onDone: () => void
}

function ChangeDialog({ venue: { venueId, venueName, lastChange }, per, onClose, onDone }: ChangeProps) {
  const change = useAct(async () => {
    const answer = await api.post('/api/staff/venues/{venueId}/emergency-codes', {
      params: { venueId },
      body: { per, lastChange },
    })
    if (answer.status === 'ok') onDone()
    return answer
  })
  const isEnd = per === 'none'
  return (
    <Dialog title={say(isEnd ? 'emergency.end' : `emergency.change-${per}`)} isOpen onClose={onClose}>
      <Sure
        action={{ k: isEnd ? 'emergency.end-do' : 'emergency.change-do' }}
        kind={isEnd ? 'danger' : 'primary'}
        act={change}
        onDo={() => void change.run({})}
        onClose={onClose}
      >
        <p lang="ja">{venueName}</p>
        <P k={isEnd ? 'emergency.end-text' : 'emergency.change-text'} />
      </Sure>
    </Dialog>
  )
}

type ShowProps = Pick<Props, 'onShown'> & { readonly venueId: string; readonly onClose: () => void }

function ShowDialog({ venueId, onClose, onShown }: ShowProps) {
  const show = useAct(async () => {
    const answer = await api.post('/api/staff/venues/{venueId}/emergency-codes/show', {
      params: { venueId },
      body: {},
    })
    if (answer.status === 'ok') onShown(answer.value)
    return answer
  })
  return (
    <Dialog title={say('emergency.show')} isOpen onClose={onClose}>
      <Sure action={{ k: 'emergency.show-do' }} act={show} onDo={() => void show.run({})} onClose={onClose}>
        <P k="emergency.show-text" />
      </Sure>
    </Dialog>
  )
}
