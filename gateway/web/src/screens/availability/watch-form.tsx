import type { Bookable } from '../../api/bookable.ts'
import { api } from '../../api/client.ts'
import { useForm } from '../../forms/use-form.ts'
import { timesText } from '../../i18n/dates.ts'
import { useLanguage } from '../../i18n/language.ts'
import { say } from '../../i18n/message.ts'
import type { TimeRange } from '../../lib/range.ts'
import { FormProblems } from '../../shell/form-problems.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/form/choice.tsx'

export type WatchFormProps = {
  readonly room: Bookable
  readonly date: string
  /** The time turned out to be free: what is shown is old. */
  readonly onFree: () => void
  readonly runs: readonly TimeRange[]
  readonly onTold: (range: TimeRange) => void
}

/** Asks to be told of one of the times that are taken. */
export function WatchForm({ room, date, runs, onTold, onFree }: WatchFormProps) {
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
