import { When } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { P } from '../../../i18n/text.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FeeTag } from '../money/fee-tag.tsx'
import { ApplicantName } from '../shared/applicant-name.tsx'
import { MailPreview } from '../shared/mail-preview.tsx'
import { Sure } from '../shared/sure.tsx'
import type { Names } from '../shared/use-names.ts'
import type { WaitingApplication } from './waiting-application.ts'

type Props = {
  readonly applications: readonly WaitingApplication[]
  readonly names: Names
  readonly onClose: () => void
  readonly onApprove: () => void
}

/** T3: many at once are shown once more before they are approved. */
export function ApproveManyDialog({ applications, names, onClose, onApprove }: Props) {
  return (
    <Dialog title={say('staff.approve-many-title', { count: applications.length })} isOpen onClose={onClose}>
      <Sure
        action={{ k: 'staff.approve-many-do', p: { count: applications.length } }}
        onDo={onApprove}
        onClose={onClose}
      >
        <ul>
          {applications.map(({ reservationId, personId, date, from, to, spaceName, eventName, yen }) => (
            <li key={reservationId}>
              <When date={date} from={from} to={to} short />{' '}
              <span lang="ja">
                {spaceName} <strong>{eventName}</strong>
              </span>{' '}
              <ApplicantName person={names.get(personId)} /> <FeeTag yen={yen} />
            </li>
          ))}
        </ul>
        <MailPreview title={say('staff.mail-approved')}>
          <P k="staff.mail-approved-holds" />
        </MailPreview>
      </Sure>
    </Dialog>
  )
}
