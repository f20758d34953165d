import { useState } from 'preact/hooks'
import { api, type ResultAt } from '../../../api/client.ts'
import { say } from '../../../i18n/message.ts'
import { H2, P, T } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { BookingTable } from '../search/booking-table.tsx'
import { ReasonForm } from '../shared/reason-form.tsx'
import { CANCEL_REASONS } from '../shared/reason-templates.ts'
import { useAct } from '../shared/use-act.ts'
import { useNames } from '../shared/use-names.ts'
import type { Looked } from './closing-values.ts'
import { ReleaseAct } from './release-act.tsx'

type Placed = Extract<ResultAt<'post', '/api/staff/closings'>, { status: 'ok' }>['value']

/** What the act would meet; then all of it is done with one press, or nothing. */
export function ClosingLook({ looked }: { readonly looked: Looked }) {
  const { actId, plan, found } = looked
  const [placed, setPlaced] = useState<Placed>()
  const names = useNames(found.bookings.map(({ personId }) => personId))
  const reservationIds = found.bookings.map(({ reservationId }) => reservationId)
  const place = async (reason?: string) => {
    const answer = await api.post('/api/staff/closings', {
      body: { actId, plan, ...(reason !== undefined && { cancel: { reason, reservationIds } }) },
    })
    if (answer.status === 'ok') setPlaced(answer.value)
    return answer
  }
  if (placed) return <Done placed={placed} />
  const isFree = found.holds === 0 && !found.more
  return (
    <section aria-labelledby="meets">
      <H2 k="staff.closings-meets" id="meets" />
      <p role="status">
        <T k="staff.closings-counts" p={{ spans: found.spans, count: found.bookings.length }} />
      </p>
      {found.holds > 0 && <P k="staff.closings-holds" p={{ count: found.holds }} />}
      {found.more && <P k="staff.closings-more" />}
      {found.bookings.length === 0 ? (
        <>
          <P k="staff.closings-none" />
          {isFree && <PlaceButton place={() => place()} />}
        </>
      ) : (
        <>
          <BookingTable caption={say('staff.closings-caption')} bookings={found.bookings} names={names} />
          {isFree && (
            <>
              <P k="staff.closings-cancel-text" />
              <ReasonForm
                draft={`closing:${actId}`}
                templates={CANCEL_REASONS}
                mail={say('staff.mail-cancelled')}
                action={<T k="staff.closings-cancel" />}
                submit={place}
              />
            </>
          )}
        </>
      )}
    </section>
  )
}

function PlaceButton({ place }: { readonly place: () => Promise<ResultAt<'post', '/api/staff/closings'>> }) {
  const act = useAct((_: object) => place())
  return (
    <>
      <FormProblems form={act.form} />
      <Button busy={act.busy} onClick={() => void act.run({})} k="staff.closings-do" />
    </>
  )
}

function Done({ placed: { actId, spans, cancelled } }: { readonly placed: Placed }) {
  const [isUndone, setUndone] = useState(false)
  if (isUndone) return <Notice tone="info" title={say('staff.closings-undone')} live />
  return (
    <Notice tone="success" title={say('staff.closings-done', { spans, count: cancelled })} live>
      <ReleaseAct actId={actId} onDone={() => setUndone(true)} />
    </Notice>
  )
}
