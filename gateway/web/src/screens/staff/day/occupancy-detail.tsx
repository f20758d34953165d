import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import type { StaffOccupancy } from '@asaichi/contract/reservation/staff.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { Moment, Money, When } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { P, Say, T } from '../../../i18n/text.tsx'
import { optionRows } from '../../../records/booked-options.tsx'
import { purposeRows } from '../../../records/purpose-rows.tsx'
import { useCity } from '../../../shell/city.tsx'
import { useLater } from '../../../shell/later.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { stateOf } from '../../../ui/state/states.ts'
import { StatusBadge } from '../../../ui/state/status-badge.tsx'
import { Facts } from '../../../ui/steps/facts.tsx'
import { ReleaseAct } from '../closings/release-act.tsx'
import { ApplicantName } from '../shared/applicant-name.tsx'
import type { PersonName } from '../shared/names-of.ts'
import { ReasonForm } from '../shared/reason-form.tsx'
import { CANCEL_REASONS } from '../shared/reason-templates.ts'
import { Sure } from '../shared/sure.tsx'
import { useAct } from '../shared/use-act.ts'
import { useNames } from '../shared/use-names.ts'
import { kindText, type StaffDay, wordsOf } from './staff-day.ts'

type Props = {
  readonly day: StaffDay
  readonly occupancy: StaffOccupancy
  readonly onClose: () => void
  readonly onChanged: () => void
}

/** T4: what happens in a stretch, and how the city ends it. */
export function OccupancyDetail({ day, occupancy, onClose, onChanged }: Props) {
  const policy = useCity().city?.policy
  const noShow = policy?.points?.noShow
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { kind, from, to, reservation, since, reopensAt, spaceIds } = occupancy
  const names = useNames(reservation ? [reservation.personId] : [])
  const rooms = day.spaces.filter(room => spaceIds.includes(room.spaceId)).map(room => room.name)
  return (
    <section class="box" aria-labelledby="occupancy">
      <h3 id="occupancy" ref={heading} tabIndex={-1}>
        <T k={kindText(kind)} />：
        <span lang="ja">
          <Say message={wordsOf(occupancy)} />
        </span>
      </h3>
      <Facts
        rows={[
          [say('staff.when'), <When date={day.date} from={from} to={to} />],
          [say('common.room'), <span lang="ja">{rooms.join('、')}</span>],
          [say('staff.since'), <Moment at={since} />],
          ...(reopensAt === null ? [] : [[say('staff.reopens-at'), <Moment at={reopensAt} />] as const]),
          ...(reservation ? reservationRows(reservation, names.get(reservation.personId)) : []),
        ]}
      />
      {(kind === 'city-use' || kind === 'closure') && (
        <>
          <Release occupancyId={occupancy.occupancyId} onChanged={onChanged} />
          {occupancy.actId && <ReleaseAct actId={occupancy.actId} onDone={onChanged} />}
        </>
      )}
      {(reservation?.status === 'approved' || reservation?.status === 'used') && (
        <Key reservationId={reservation.reservationId} number={reservation.number} />
      )}
      {reservation?.status === 'used' && noShow !== undefined && (
        <NoShow reservationId={reservation.reservationId} />
      )}
      {reservation?.status === 'used' && (policy?.headcount || reservation.headcount) && (
        <Headcount reservationId={reservation.reservationId} />
      )}
      {reservation && <ReservationActs reservation={reservation} onChanged={onChanged} />}
      <Button kind="secondary" onClick={onClose} k="common.close" />
    </section>
  )
}

// Asked for where a code does not open.
function Key(props: { readonly reservationId: string; readonly number: string | null }) {
  const part = useLater(() => import('./key-state.tsx'), ['spare'])
  return part ? <part.KeyState {...props} /> : null
}

// G8: few cities give points.
function NoShow(props: { readonly reservationId: string }) {
  const part = useLater(() => import('../points/parts.ts'), ['points', 'point-desk'])
  return part ? <part.NoShow {...props} /> : null
}

// G15: few cities ask.
function Headcount(props: { readonly reservationId: string }) {
  const part = useLater(() => import('../../headcount/parts.ts'), ['headcount'])
  return part ? <part.HeadcountAt {...props} /> : null
}

function reservationRows(
  { status, number, people, note, purpose, yen, options }: Reservation,
  person: PersonName | undefined,
) {
  return [
    [
      say('staff.applicant'),
      <>
        <ApplicantName person={person} />{' '}
        <span lang="ja">{person && `${person.kana} ${person.memberNumber}`}</span>
      </>,
    ] as const,
    [say('staff.col-state'), <StatusBadge state={stateOf('reservation', status)} />] as const,
    [say('staff.col-number'), number ?? '－'] as const,
    [say('staff.col-people'), <T k="staff.people-count" p={{ count: people }} />] as const,
    ...purposeRows(say('staff.purpose'), purpose),
    ...optionRows(say('staff.options'), options),
    ...(yen === 0 ? [] : [[say('staff.fee'), <Money yen={yen} />] as const]),
    [
      say('staff.note'),
      <span class="lines" lang="ja">
        {note}
      </span>,
    ] as const,
  ]
}

/** G13: the first press asks, the second one acts. */
function Release({
  occupancyId,
  onChanged,
}: {
  readonly occupancyId: string
  readonly onChanged: () => void
}) {
  const [asks, setAsks] = useState(false)
  const release = useAct(async () => {
    const answer = await api.delete('/api/staff/holds/{occupancyId}', { params: { occupancyId } })
    if (answer.status === 'ok') onChanged()
    return answer
  })
  if (!asks) return <Button kind="secondary" onClick={() => setAsks(true)} k="staff.release" />
  return (
    <Sure
      action={{ k: 'staff.release-do' }}
      kind="danger"
      act={release}
      onDo={() => void release.run({})}
      onClose={() => setAsks(false)}
    >
      <P k="staff.release-sure" />
    </Sure>
  )
}

type ReservationActsProps = { readonly reservation: Reservation; readonly onChanged: () => void }

function ReservationActs({ reservation, onChanged }: ReservationActsProps) {
  const { reservationId, status, date, venueId } = reservation
  const [cancels, setCancels] = useState(false)
  const cancel = async (reason: string) => {
    const answer = await api.post('/api/staff/reservations/{reservationId}/cancel', {
      params: { reservationId },
      body: { reason },
    })
    if (answer.status === 'ok') onChanged()
    return answer
  }
  if (cancels)
    return (
      <ReasonForm
        draft={`city-cancel:${reservationId}`}
        templates={CANCEL_REASONS}
        mail={say('staff.mail-cancelled')}
        action={<T k="staff.cancel-do" />}
        submit={cancel}
        onCancel={() => setCancels(false)}
      />
    )
  return (
    <div class="buttons">
      {status === 'pending' && (
        <ButtonLink
          href={`/staff/applications?${new URLSearchParams({ venueId, from: date, to: date })}`}
          k="staff.to-queue"
        />
      )}
      {(status === 'pending' || status === 'approved') && (
        <Button kind="secondary" onClick={() => setCancels(true)} k="staff.cancel" />
      )}
    </div>
  )
}
