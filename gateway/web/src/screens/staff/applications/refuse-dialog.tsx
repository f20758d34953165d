import { When } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { P, T } from '../../../i18n/text.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ApplicantName } from '../shared/applicant-name.tsx'
import { ReasonForm } from '../shared/reason-form.tsx'
import { REFUSE_REASONS } from '../shared/reason-templates.ts'
import type { Names } from '../shared/use-names.ts'
import type { WaitingApplication } from './waiting-application.ts'

type Props = {
  readonly applications: readonly WaitingApplication[]
  readonly names: Names
  readonly onClose: () => void
  readonly onRefuse: (applications: readonly WaitingApplication[], reason: string) => void
}

/** Where the words of a refusal are kept until it is sent for good. */
export function refusalDraft(applications: readonly WaitingApplication[]): string {
  return `refuse:${applications.map(({ reservationId }) => reservationId).join(' ')}`
}

/** T3: says no to one or many, with the reason that each resident will read in mail J. */
export function RefuseDialog({ applications, names, onClose, onRefuse }: Props) {
  const refuse = (reason: string) => {
    onRefuse(applications, reason)
    return Promise.resolve({ status: 'ok', value: undefined, etag: undefined } as const)
  }
  return (
    <Dialog title={say('staff.refuse-title')} isOpen onClose={onClose}>
      {applications.length > 1 && <P k="staff.refuse-many" p={{ count: applications.length }} />}
      <ul>
        {applications.map(({ reservationId, personId, eventName, date, from, to }) => (
          <li key={reservationId}>
            <When date={date} from={from} to={to} /> <strong lang="ja">{eventName}</strong>{' '}
            <ApplicantName person={names.get(personId)} />
          </li>
        ))}
      </ul>
      <ReasonForm
        draft={refusalDraft(applications)}
        templates={REFUSE_REASONS}
        mail={say('staff.mail-refused')}
        action={<T k="staff.refuse-send" />}
        submit={refuse}
        onCancel={onClose}
      />
    </Dialog>
  )
}
