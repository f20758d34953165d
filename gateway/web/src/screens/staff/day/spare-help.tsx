import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { Moment } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { P, T } from '../../../i18n/text.tsx'
import { endAt } from '../../../lib/tokyo.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Sure } from '../shared/sure.tsx'
import { useAct } from '../shared/use-act.ts'
import './spare.css'

type Door = ValueOf<RouteAt<'get', '/api/staff/reservations/{reservationId}/key'>>['doors'][number]
type Given = ValueOf<RouteAt<'post', '/api/staff/reservations/{reservationId}/spare-codes'>>
type Props = { readonly reservationId: string; readonly door: Door; readonly onGiven: () => void }

/** V14: a number from the store of this door for this booking; what was given is on the screen until it is closed, and not again. */
export function SpareHelp({ reservationId, door, onGiven }: Props) {
  const [isAsked, setAsked] = useState(false)
  const [given, setGiven] = useState<Given>()
  if (given) return <GivenSpare given={given} onClose={() => setGiven(undefined)} />
  if (door.spare === 'given') return <P k="spare.is-given" />
  if (door.spare !== 'ready') return null
  return (
    <>
      <p>
        <T k="spare.ready" /> <Button size="small" onClick={() => setAsked(true)} k="spare.give" />
      </p>
      {isAsked && (
        <GiveDialog
          reservationId={reservationId}
          door={door}
          onClose={() => setAsked(false)}
          onGiven={spare => {
            setAsked(false)
            setGiven(spare)
            onGiven()
          }}
        />
      )}
    </>
  )
}

type GiveProps = Pick<Props, 'reservationId' | 'door'> & {
  readonly onClose: () => void
  readonly onGiven: (given: Given) => void
}

function GiveDialog({ reservationId, door: { lockId, doorName }, onClose, onGiven }: GiveProps) {
  const give = useAct(async () => {
    const answer = await api.post('/api/staff/reservations/{reservationId}/spare-codes', {
      params: { reservationId },
      body: { lockId },
    })
    if (answer.status === 'ok') onGiven(answer.value)
    return answer
  })
  return (
    <Dialog title={say('spare.title', { door: doorName })} isOpen onClose={onClose}>
      <Sure action={{ k: 'spare.do' }} act={give} onDo={() => void give.run({})} onClose={onClose}>
        <P k="spare.text" />
      </Sure>
    </Dialog>
  )
}

function GivenSpare({
  given: { doorName, code, from, to },
  onClose,
}: {
  readonly given: Given
  readonly onClose: () => void
}) {
  return (
    <div role="status">
      <p>
        <T k="spare.told" p={{ door: doorName, from: <Moment at={from} short />, to: endAt(to).time }} />
      </p>
      <p class="spare-number">{code.replace(/(\d{4})(?=\d)/g, '$1 ')}</p>
      <P k="spare.once" />
      <Button kind="secondary" size="small" onClick={onClose} k="spare.close" />
    </div>
  )
}
