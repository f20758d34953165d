import { Moment } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { stateOf } from '../../i18n/states.ts'
import { T } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PrintSheet } from '../../ui/print-sheet.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { BookPartProps } from './book-screen.tsx'
import { BookWhat } from './book-what.tsx'

type Props = BookPartProps & { readonly onNew: () => void }

/** T5: done, with a paper for the counter; the caller gets the same by mail. */
export function BookSlip({ city, venues, form, onNew }: Props) {
  const answer = form.answer?.status === 'ok' ? form.answer.value : undefined
  if (!answer) return null
  const isEntry = 'entryId' in answer
  const { eventName, people, personName, memberNumber } = form.values
  return (
    <>
      <Notice tone="success" title={say(isEntry ? 'desk.book-entered' : 'desk.book-booked')}>
        <p>
          <T k="desk.book-mailed" />
        </p>
      </Notice>
      <PrintSheet>
        <h3>
          <T k="desk.slip-title" />
        </h3>
        <Facts
          rows={[
            [
              say('staff.applicant'),
              <span lang="ja">
                {personName} {memberNumber}
              </span>,
            ],
          ]}
        />
        <BookWhat venues={venues} form={form} />
        <Facts
          rows={[
            [say('desk.event-name'), <span lang="ja">{eventName}</span>],
            [say('desk.people'), <T k="staff.people-count" p={{ count: people }} />],
            [
              say('staff.col-state'),
              <StatusBadge
                state={
                  isEntry
                    ? stateOf('entry', answer.status)
                    : stateOf('reservation', answer.reservation.status)
                }
              />,
            ],
            isEntry
              ? [say('desk.draw-at'), <Moment at={answer.drawAt} />]
              : [say('desk.answer-by'), <Moment at={answer.reservation.answerBy} />],
            [
              say('desk.slip-next'),
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
      <div class="buttons no-print">
        <Button onClick={onNew}>
          <T k="desk.book-another" />
        </Button>
      </div>
    </>
  )
}
