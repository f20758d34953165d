import { api } from '../../api/client.ts'
import { useForm } from '../../forms/use-form.ts'
import { Moment } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { H2, P } from '../../i18n/text.tsx'
import { dateAt, timeAt } from '../../lib/tokyo.ts'
import { FormProblems } from '../../shell/form-problems.tsx'
import { Button, SubmitButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/form/choice.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { instantOf, nextSeven, readTime } from './town-instant.ts'

// A month of demo days takes its time.
const MOVE_DEADLINE_MS = 130_000
const MINUTE_MS = 60_000

type Props = { readonly now: string; readonly isHeld: boolean; readonly onMoved: () => void }

/** Leaps for one press each, and any moment by date and time. The clock only goes forward. */
export function ClockControls({ now, isHeld, onMoved }: Props) {
  const form = useClockForm({ now, isHeld, onMoved })
  const leap = (to: string) => {
    form.set('date', dateAt(to))
    form.set('time', timeAt(to))
  }
  const after = (minutes: number) => new Date(Date.parse(now) + minutes * MINUTE_MS).toISOString()
  return (
    <section aria-labelledby="move">
      <H2 k="kiosk.demo-move" id="move" />
      <P k="kiosk.demo-move-text" />
      <div class="buttons">
        <Button kind="secondary" onClick={() => leap(nextSeven(now))} k="kiosk.demo-next-seven" />
        <Button
          kind="secondary"
          onClick={() => leap(after(10))}
          k="kiosk.demo-plus-minutes"
          p={{ count: 10 }}
        />
        <Button kind="secondary" onClick={() => leap(after(60))} k="kiosk.demo-plus-hours" p={{ count: 1 }} />
        <Button
          kind="secondary"
          onClick={() => leap(after(24 * 60))}
          k="kiosk.demo-plus-days"
          p={{ count: 1 }}
        />
      </div>
      <form onSubmit={form.onSubmit} noValidate>
        <FormProblems form={form} />
        {form.answer?.status === 'ok' && !form.busy && (
          <Notice tone="success" title={say('kiosk.demo-moved')} live>
            <p>
              <Moment at={form.answer.value.now} />
            </p>
          </Notice>
        )}
        <TextField label={say('kiosk.demo-date')} type="date" size={12} {...form.field('date')} />
        <TextField
          label={say('kiosk.demo-time')}
          hint={say('kiosk.demo-time-hint')}
          size={6}
          {...form.field('time')}
        />
        <Checkbox
          label={say('kiosk.demo-hold')}
          hint={say('kiosk.demo-hold-hint')}
          optional
          {...form.field('hold')}
        />
        <SubmitButton busy={form.busy} k="kiosk.demo-move-do" />
      </form>
    </section>
  )
}

function useClockForm({ now, isHeld, onMoved }: Props) {
  return useForm({
    initial: { date: dateAt(now), time: timeAt(now), hold: isHeld },
    validate: ({ date, time }) => [
      ...(instantOf(date, '00:00') === undefined
        ? [{ field: 'date' as const, message: say('kiosk.demo-date-wrong') }]
        : []),
      ...(readTime(time) === undefined
        ? [{ field: 'time' as const, message: say('kiosk.demo-time-wrong') }]
        : []),
    ],
    submit: async ({ date, time, hold }) => {
      const wanted = instantOf(date, readTime(time) ?? '') ?? now
      // The minute that is now has begun already, and the clock does not go back to its start.
      const isNow = dateAt(now) === date && timeAt(now) === readTime(time)
      const body = isNow ? { advanceMs: 0, hold } : { now: wanted, hold }
      const answer = await api.post('/api/demo/clock', { body, deadlineMs: MOVE_DEADLINE_MS })
      if (answer.status === 'ok') onMoved()
      return answer
    },
  })
}
