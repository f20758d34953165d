import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import { Moment } from '../../../i18n/format.tsx'
import { P } from '../../../i18n/text.tsx'
import { useCity } from '../../../shell/city.tsx'
import { Shown } from '../../../shell/shown.tsx'
import { Button } from '../../../ui/button.tsx'
import { Sure } from '../shared/sure.tsx'
import { useAct } from '../shared/use-act.ts'
import { WaiveForm } from './waive-form.tsx'

/** T4, G8: 来なかった, of a booking that is over; nothing where the city gives no points for it. */
export function NoShow({ reservationId }: { readonly reservationId: string }) {
  const [isOpen, setOpen] = useState(false)
  const points = useCity().city?.policy.points?.noShow
  const booking = useApi(
    signal => api.get('/api/reservations/{reservationId}', { params: { reservationId }, signal }),
    [reservationId],
  )
  if (points === undefined) return null
  return (
    <Shown of={booking}>
      {({ points: given = [] }) => {
        const mark = given.find(({ cause }) => cause === 'no-show')
        if (!mark) return <Mark {...{ reservationId, points }} onDone={booking.reload} />
        return (
          <>
            <P k="point-desk.marked" p={{ points: mark.points, at: <Moment at={mark.at} short /> }} />
            {mark.waivedBecause === null ? (
              <WaiveForm
                pointId={mark.pointId}
                k="point-desk.unmark"
                isOpen={isOpen}
                onOpen={setOpen}
                onDone={booking.reload}
              />
            ) : (
              <P k="points.waived" p={{ reason: <span lang="ja">{mark.waivedBecause}</span> }} />
            )}
          </>
        )
      }}
    </Shown>
  )
}

type MarkProps = {
  readonly reservationId: string
  readonly points: number
  readonly onDone: () => void
}

/** The first press asks, the second one acts. */
function Mark({ reservationId, points, onDone }: MarkProps) {
  const [asks, setAsks] = useState(false)
  const mark = useAct(async () => {
    const answer = await api.post('/api/staff/reservations/{reservationId}/no-show', {
      params: { reservationId },
      body: {},
    })
    if (answer.status === 'ok') onDone()
    return answer
  })
  if (!asks) return <Button kind="secondary" onClick={() => setAsks(true)} k="point-desk.mark" />
  return (
    <Sure
      action={{ k: 'point-desk.mark-do' }}
      kind="danger"
      act={mark}
      onDo={() => void mark.run({})}
      onClose={() => setAsks(false)}
    >
      <P k="point-desk.mark-sure" p={{ points }} />
    </Sure>
  )
}
