import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { api } from '../../../api/client.ts'
import { When } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { T } from '../../../i18n/text.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ReasonForm } from '../shared/reason-form.tsx'
import { REFUSE_REASONS } from '../shared/reason-templates.ts'
import type { WaitingApplication } from './waiting-application.ts'

type Props = {
  readonly application: WaitingApplication
  readonly onClose: () => void
  readonly onRefused: (application: WaitingApplication, now: Reservation) => void
}

/** T3: says no, with the reason the resident will read in mail J. */
export function RefuseDialog({ application, onClose, onRefused }: Props) {
  const { reservationId, version, date, from, to, eventName } = application
  const refuse = async (reason: string) => {
    const answer = await api.post('/api/staff/reservations/{reservationId}/refuse', {
      params: { reservationId },
      body: { expectedVersion: version, reason },
    })
    if (answer.status === 'ok') onRefused(application, answer.value)
    return answer
  }
  return (
    <Dialog title={say('staff.refuse-title')} isOpen onClose={onClose}>
      <p>
        <strong lang="ja">{eventName}</strong> <When date={date} from={from} to={to} />
      </p>
      <ReasonForm
        draft={`refuse:${reservationId}`}
        templates={REFUSE_REASONS}
        mail={say('staff.mail-refused')}
        action={<T k="staff.refuse-send" />}
        submit={refuse}
        onCancel={onClose}
      />
    </Dialog>
  )
}
