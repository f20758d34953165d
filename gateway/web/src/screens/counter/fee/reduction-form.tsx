import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { api } from '../../../api/client.ts'
import { type FieldError, useForm } from '../../../forms/use-form.ts'
import { plain } from '../../../i18n/format.tsx'
import { useLanguage } from '../../../i18n/language.ts'
import { type Message, say } from '../../../i18n/message.ts'
import { P, Summary } from '../../../i18n/text.tsx'
import { FeeLines } from '../../../records/fee-lines.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { NumberField, TextField } from '../../../ui/form/text-field.tsx'

export type ReduceFeeProps = {
  readonly booking: Pick<Reservation, 'reservationId' | 'version' | 'yen' | 'fee' | 'options'>
  readonly onDone: (told: Message) => void
  /** With the lines of the fee, where they do not stand elsewhere. */
  readonly shows?: true
}

type Values = { readonly percent: string; readonly reason: string }

/** G10: how much is taken off, and why; what it comes to is the service's to say. */
export function ReductionForm({ booking, onDone, shows }: ReduceFeeProps) {
  const { reservationId, version, fee, options } = booking
  const language = useLanguage()
  const now = fee?.find(line => line.kind === 'reduction')
  const initial: Values = { percent: now ? String(now.percent) : '', reason: now?.reason ?? '' }
  const form = useForm({
    initial,
    draft: `reduction:${reservationId}:${version}`,
    validate: problemsOf,
    submit: async ({ percent, reason }) => {
      const answer = await api.post('/api/staff/reservations/{reservationId}/reduction', {
        params: { reservationId },
        body: { expectedVersion: version, percent: Number(percent), reason },
      })
      if (answer.status === 'ok')
        onDone(say('fees.reduced', { yen: plain.money(answer.value.yen, language) }))
      return answer
    },
  })
  return (
    <details class="details">
      <Summary k="fees.reduce" />
      <form onSubmit={form.onSubmit} noValidate>
        {shows && fee && <FeeLines fee={fee} options={options} />}
        <P k="fees.reduce-note" />
        <FormProblems form={form} />
        <NumberField
          {...form.field('percent')}
          label={say('fees.reduce-percent')}
          hint={say('fees.reduce-percent-hint')}
        />
        <TextField {...form.field('reason')} label={say('fees.reduce-reason')} maxLength={200} />
        <SubmitButton busy={form.busy} k="fees.reduce-do" />
      </form>
    </details>
  )
}

function problemsOf({ percent, reason }: Values): readonly FieldError<keyof Values>[] {
  const isPercent = /^(\d{1,2}|100)$/.test(percent)
  return [
    ...(isPercent ? [] : [{ field: 'percent' as const, message: say('fees.reduce-percent-wrong') }]),
    ...(reason.trim() === '' ? [{ field: 'reason' as const, message: say('fees.reduce-reason-wrong') }] : []),
  ]
}
