import { useState } from 'preact/hooks'
import { When } from '../../../i18n/format.tsx'
import { P } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Button, SubmitButton } from '../../../ui/button.tsx'
import { type BookPartProps, listingOf } from './use-book-form.ts'

/** T5: what is read to the caller, word by word, before it is booked. */
export function BookConfirm({ venues, form, onStep }: BookPartProps) {
  const { listingId, date, from, to, eventName, people, personName, phase, hasMail } = form.values
  const venue = venues.find(one => listingOf([one], listingId))
  const isLottery = phase === 'lottery'
  // What was answered before another time was chosen says nothing about this one.
  const [before] = useState(form.answer)
  const answer = form.answer === before ? undefined : form.answer
  const taken = answer?.status === 'refused' && answer.problem.code === 'taken'
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <FormProblems form={{ ...form, answer }} />
      {taken && !form.busy && <Button kind="secondary" onClick={() => onStep(2)} k="staff.book-other-time" />}
      <P k="staff.read-aloud" />
      <blockquote class="read-aloud">
        <P k="staff.read-who" p={{ name: <span lang="ja">{personName}</span> }} />
        <P k="staff.read-when" p={{ when: <When date={date} from={from} to={to} /> }} />
        <P
          k="staff.read-where"
          p={{
            room: (
              <span lang="ja">
                {venue?.name} {listingOf(venues, listingId)?.name}
              </span>
            ),
          }}
        />
        <P k="staff.read-what" p={{ event: <span lang="ja">{eventName}</span>, people }} />
        <P k={`staff.read-${isLottery ? 'lottery' : 'approval'}${hasMail ? '' : '-told'}`} />
        <P k="staff.read-question" />
      </blockquote>
      <div class="buttons">
        <SubmitButton busy={form.busy} k={isLottery ? 'staff.book-enter' : 'staff.book-do'} />
        <Button kind="secondary" onClick={() => onStep(3)} k="staff.book-back" />
      </div>
    </form>
  )
}
