import { useState } from 'preact/hooks'
import { When } from '../../../i18n/format.tsx'
import { T } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Button, SubmitButton } from '../../../ui/button.tsx'
import { type BookPartProps, listingOf } from './use-book-form.ts'

/** T5: what is read to the caller, word by word, before it is booked. */
export function BookConfirm({ venues, form, onStep }: BookPartProps) {
  const { listingId, date, from, to, eventName, people, personName, phase } = form.values
  const venue = venues.find(one => listingOf([one], listingId))
  const isLottery = phase === 'lottery'
  // What was answered before another time was chosen says nothing about this one.
  const [before] = useState(form.answer)
  const answer = form.answer === before ? undefined : form.answer
  const taken = answer?.status === 'refused' && answer.problem.code === 'taken'
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <FormProblems form={{ ...form, answer }} />
      {taken && !form.busy && (
        <Button kind="secondary" onClick={() => onStep(2)}>
          <T k="desk.book-other-time" />
        </Button>
      )}
      <p>
        <T k="desk.read-aloud" />
      </p>
      <blockquote class="read-aloud">
        <p>
          <T k="desk.read-who" p={{ name: <span lang="ja">{personName}</span> }} />
        </p>
        <p>
          <T k="desk.read-when" p={{ when: <When date={date} from={from} to={to} /> }} />
        </p>
        <p>
          <T
            k="desk.read-where"
            p={{
              room: (
                <span lang="ja">
                  {venue?.name} {listingOf(venues, listingId)?.name}
                </span>
              ),
            }}
          />
        </p>
        <p>
          <T k="desk.read-what" p={{ event: <span lang="ja">{eventName}</span>, people }} />
        </p>
        <p>
          <T k={isLottery ? 'desk.read-lottery' : 'desk.read-approval'} />
        </p>
        <p>
          <T k="desk.read-question" />
        </p>
      </blockquote>
      <div class="buttons">
        <SubmitButton busy={form.busy}>
          <T k={isLottery ? 'desk.book-enter' : 'desk.book-do'} />
        </SubmitButton>
        <Button kind="secondary" onClick={() => onStep(3)}>
          <T k="desk.book-back" />
        </Button>
      </div>
    </form>
  )
}
