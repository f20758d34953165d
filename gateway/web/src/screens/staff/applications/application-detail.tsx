import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import { Moment, Money, Until, When } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { P, Span, T } from '../../../i18n/text.tsx'
import { optionRows } from '../../../records/booked-options.tsx'
import { purposeRows } from '../../../records/purpose-rows.tsx'
import { Shown } from '../../../shell/shown.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { PhoneLink } from '../../../ui/phone-link.tsx'
import { Facts } from '../../../ui/steps/facts.tsx'
import { ReduceFee } from '../money/reduce-fee.tsx'
import { languageName } from '../shared/language-name.ts'
import { MailPreview } from '../shared/mail-preview.tsx'
import type { WaitingApplication } from './waiting-application.ts'

type Props = {
  readonly application: WaitingApplication
  readonly isWaiting: boolean
  readonly onReload: () => void
}

/** T3: the whole application, what speaks against it, and the mail an approval sends. */
export function ApplicationDetail({ application, isWaiting, onReload }: Props) {
  const { venueId, date, venueName, spaceName, from, to } = application
  return (
    <div class="queue__detail">
      <ApplicationFacts application={application} />
      {isWaiting && <ReduceFee booking={application} onDone={onReload} shows />}
      <Applicant personId={application.personId} />
      <p>
        <ButtonLink kind="text" href={`/staff/timeline?venue=${venueId}&date=${date}`} k="staff.see-day" />
      </p>
      {isWaiting && (
        <MailPreview title={say('staff.mail-approved')}>
          <P k="staff.mail-approved-holds" />
          <p class="mail-preview__words" lang="ja">
            {venueName} {spaceName} <When date={date} from={from} to={to} />
          </p>
        </MailPreview>
      )}
    </div>
  )
}

function ApplicationFacts({ application }: { readonly application: WaitingApplication }) {
  return (
    <Facts
      rows={[
        [
          say('staff.note'),
          <span class="lines" lang="ja">
            {application.note}
          </span>,
        ],
        ...purposeRows(say('staff.purpose'), application.purpose),
        [say('staff.requested-at'), <Moment at={application.requestedAt} />],
        ...(application.changedAt
          ? [[say('staff.changed-at'), <Moment at={application.changedAt} />] as const]
          : []),
        ...(application.movedFrom
          ? [[say('staff.moved-from'), <When {...application.movedFrom} />] as const]
          : []),
        ...optionRows(say('staff.options'), application.options),
        ...(application.yen === 0 && !application.fee
          ? []
          : [[say('staff.fee'), <Money yen={application.yen} />] as const]),
        ...(application.sameDay === 0
          ? []
          : [
              [
                say('staff.same-day'),
                <T k="staff.same-day-text" p={{ count: application.sameDay }} />,
              ] as const,
            ]),
        ...(application.confirmBy === null
          ? []
          : [[say('staff.confirm-by'), <Until at={application.confirmBy} />] as const]),
        ...(application.reason === null
          ? []
          : [[say('staff.reason'), <span lang="ja">{application.reason}</span>] as const]),
      ]}
    />
  )
}

/** Looked at only on request: the person is told that staff looked (V4). */
function Applicant({ personId }: { readonly personId: string }) {
  const [isShown, setShown] = useState(false)
  if (isShown) return <ApplicantFacts personId={personId} />
  return (
    <p>
      <Button kind="secondary" size="small" onClick={() => setShown(true)} k="staff.see-applicant" />{' '}
      <Span k="staff.see-applicant-note" class="soft" />
    </p>
  )
}

function ApplicantFacts({ personId }: { readonly personId: string }) {
  const person = useApi(
    signal => api.get('/api/staff/people/{personId}', { params: { personId }, signal }),
    [personId],
  )
  return (
    <Shown of={person}>
      {({ name, kana, group, memberNumber, phone, language, alike }) => (
        <Facts
          rows={[
            [
              say('staff.applicant'),
              <span lang="ja">
                {group && `${group.name} `}
                {name}（{kana}）
              </span>,
            ],
            [say('staff.member-number'), memberNumber],
            [say('staff.phone'), <PhoneLink phone={phone} />],
            [say('staff.language'), <T k={languageName(language)} />],
            ...(alike.count === 0
              ? []
              : [[say('staff.doubles-title'), <T k="staff.count" p={{ count: alike.count }} />] as const]),
          ]}
        />
      )}
    </Shown>
  )
}
