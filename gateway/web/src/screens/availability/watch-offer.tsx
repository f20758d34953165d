import { useState } from 'preact/hooks'
import type { Bookable } from '../../api/bookable.ts'
import { api } from '../../api/client.ts'
import { useMe } from '../../api/session.tsx'
import { useForm } from '../../forms/use-form.ts'
import { timesText } from '../../i18n/dates.ts'
import { useLanguage } from '../../i18n/language.ts'
import { say } from '../../i18n/message.ts'
import { H3, P } from '../../i18n/text.tsx'
import { runsOf, type Slot, type TimeRange } from '../../lib/range.ts'
import { FormProblems } from '../../shell/form-problems.tsx'
import { loginPath } from '../../shell/login-path.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Select } from '../../ui/form/choice.tsx'
import { Notice } from '../../ui/notice.tsx'

type Props = {
  readonly room: Bookable
  readonly date: string
  readonly slots: readonly Slot[]
  /** The time turned out to be free: what is shown is old. */
  readonly onFree: () => void
}

/** G5: a mail, once, when a taken time can be booked again. Nobody waits for their own. */
export function WatchOffer(props: Props) {
  const me = useMe()
  const [told, setTold] = useState<TimeRange>()
  const language = useLanguage()
  const runs = runsOf(
    props.slots.filter(slot => slot.own !== true),
    mark => mark !== 'o',
  )
  if (runs.length === 0) return null
  return (
    <section aria-labelledby="watch-title">
      <H3 k="availability.watch-title" id="watch-title" />
      <P k="availability.watch-text" />
      {told && (
        <Notice tone="success" title={say('availability.watch-done-title')} live>
          <P k="availability.watch-done-text" p={{ times: timesText(told.from, told.to, language) }} />
        </Notice>
      )}
      {me ? (
        <WatchForm {...props} runs={runs} onTold={setTold} />
      ) : (
        <ButtonLink href={loginPath()} kind="secondary" k="availability.watch-login" />
      )}
    </section>
  )
}

type FormProps = Props & {
  readonly runs: readonly TimeRange[]
  readonly onTold: (range: TimeRange) => void
}

function WatchForm({ room, date, runs, onTold, onFree }: FormProps) {
  const language = useLanguage()
  const form = useForm({
    initial: { watch: runs.length === 1 ? keyOf(runs[0]) : '' },
    validate: ({ watch }) =>
      runs.some(run => keyOf(run) === watch)
        ? []
        : [{ field: 'watch', message: say('availability.watch-choose') }],
    submit: async ({ watch }) => {
      const run = runs.find(one => keyOf(one) === watch) ?? { from: '', to: '' }
      const answer = await api.post('/api/listings/{listingId}/watch', {
        params: { listingId: room.listing.listingId },
        body: { date, ...run },
      })
      if (answer.status === 'ok') onTold(run)
      if (answer.status === 'refused' && answer.problem.code === 'time-is-free') onFree()
      return answer
    },
  })
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <FormProblems form={form} />
      <Select
        label={say('availability.watch-time')}
        options={runs.map(run => ({ value: keyOf(run), label: timesText(run.from, run.to, language) }))}
        {...form.field('watch')}
      />
      <Button type="submit" kind="secondary" busy={form.busy} k="availability.watch-send" />
    </form>
  )
}

function keyOf(run: TimeRange | undefined): string {
  return run ? `${run.from}-${run.to}` : ''
}
