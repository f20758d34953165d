import { api } from '../../../api/client.ts'
import { say } from '../../../i18n/message.ts'
import { P } from '../../../i18n/text.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Sure } from '../shared/sure.tsx'
import { useAct } from '../shared/use-act.ts'

type Props = {
  readonly reservationId: string
  readonly number: string | null
  readonly onClose: () => void
  readonly onDone: () => void
}

/** T12: new digits for one booking, named by its number, so that nobody else's are drawn anew. */
export function ReissueDialog({ reservationId, number, onClose, onDone }: Props) {
  const reissue = useAct(async () => {
    const answer = await api.post('/api/staff/reservations/{reservationId}/reissue-codes', {
      params: { reservationId },
      body: {},
    })
    if (answer.status === 'ok') onDone()
    return answer
  })
  return (
    <Dialog title={say('staff.reissue-title')} isOpen onClose={onClose}>
      <Sure
        action={{ k: 'staff.reissue-do' }}
        act={reissue}
        onDo={() => void reissue.run({})}
        onClose={onClose}
      >
        {number !== null && <P k="staff.number-is" p={{ number }} />}
        <P k="staff.reissue-text" />
      </Sure>
    </Dialog>
  )
}
