import { Moment, Until } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { H3, P, T } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PrintSheet } from '../../../ui/print-sheet.tsx'
import { stateOf } from '../../../ui/state/states.ts'
import { StatusBadge } from '../../../ui/state/status-badge.tsx'
import { Facts } from '../../../ui/steps/facts.tsx'
import { whatRows } from './book-what.tsx'
import type { BookPartProps } from './use-book-form.ts'

type Booked = Extract<NonNullable<BookPartProps['form']['answer']>, { status: 'ok' }>['value']
type Props = BookPartProps & { readonly onNew: () => void }

/** T5: done, with a paper for the counter; the caller gets the same by mail. */
export function BookSlip({ city, venues, form, onNew }: Props) {
  const answer = form.answer?.status === 'ok' ? form.answer.value : undefined
  if (!answer) return null
  const isEntry = 'entryId' in answer
  return (
    <>
      <div class="no-print">
        <Notice tone="success" title={say(isEntry ? 'staff.book-entered' : 'staff.book-booked')}>
          <P k={form.values.hasMail ? 'staff.book-mailed' : 'staff.book-to-tell'} />
        </Notice>
      </div>
      <Slip city={city} venues={venues} form={form} answer={answer} />
      <div class="buttons no-print">
        <Button onClick={onNew} k="staff.book-another" />
      </div>
    </>
  )
}

type SlipProps = Pick<Props, 'city' | 'venues' | 'form'> & { readonly answer: Booked }

function Slip({ city, venues, form, answer }: SlipProps) {
  const isEntry = 'entryId' in answer
  const { eventName, people, personName, memberNumber } = form.values
  return (
    <PrintSheet>
      <H3 k="staff.slip-title" />
      <Facts
        rows={[
          [
            say('staff.applicant'),
            <span lang="ja">
              {personName} {memberNumber}
            </span>,
          ],
          ...whatRows({ venues, form }),
          [say('staff.event-name'), <span lang="ja">{eventName}</span>],
          [say('staff.people'), <T k="staff.people-count" p={{ count: people }} />],
          [
            say('staff.col-state'),
            <StatusBadge
              state={
                isEntry ? stateOf('entry', answer.status) : stateOf('reservation', answer.reservation.status)
              }
            />,
          ],
          isEntry
            ? [say('staff.draw-at'), <Moment at={answer.drawAt} />]
            : [say('staff.slip-answer-by'), <Until at={answer.reservation.answerBy} />],
          [
            say('staff.slip-next'),
            <T k={isEntry ? 'states.entry-entered-next' : 'states.reservation-pending-next'} />,
          ],
          [
            say('common.contact'),
            <span lang="ja">
              {city.office.name} {city.office.phone}（{city.office.hours}）
            </span>,
          ],
        ]}
      />
    </PrintSheet>
  )
}
