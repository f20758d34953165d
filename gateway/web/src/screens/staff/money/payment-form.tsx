import type { Means } from '@asaichi/contract/reservation/money.ts'
import { api } from '../../../api/client.ts'
import { useForm } from '../../../forms/use-form.ts'
import { plain } from '../../../i18n/format.tsx'
import { useLanguage } from '../../../i18n/language.ts'
import { say } from '../../../i18n/message.ts'
import { H3 } from '../../../i18n/text.tsx'
import { wholeNumber } from '../../../lib/normalise-number.ts'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { Select } from '../../../ui/form/choice.tsx'
import { NumberField, TextField } from '../../../ui/form/text-field.tsx'
import type { WholeBill } from './whole-bill.ts'

const MEANS = ['cash', 'card', 'e-money', 'qr', 'transfer', 'coupon'] as const satisfies readonly Means[]

type Props = {
  readonly bill: WholeBill['bill']
  readonly onDone: (now: WholeBill) => void
  /** Somebody wrote a payment down meanwhile: the bill is read anew, and what was typed stays. */
  readonly onStale: () => void
}

/** Money that came, as it came; where too much is there, what is given back of it. */
export function PaymentForm({ bill, onDone, onStale }: Props) {
  const { reservationId, owed } = bill
  const isRefund = owed < 0
  const language = useLanguage()
  const form = useForm({
    initial: { means: 'cash', yen: isRefund ? String(-owed) : owed > 0 ? String(owed) : '', note: '' },
    validate: ({ yen }) =>
      (wholeNumber(yen) ?? 0) < 1 ? [{ field: 'yen' as const, message: say('staff.money-error-yen') }] : [],
    submit: async ({ means, yen, note }, key) => {
      const body = {
        means: MEANS.find(one => one === means) ?? 'cash',
        yen: wholeNumber(yen) ?? 0,
        owedSeen: owed,
        ...(note.trim() !== '' && { note }),
      }
      const sent = { params: { reservationId }, key, body }
      const answer = isRefund
        ? await api.post('/api/staff/reservations/{reservationId}/refunds', sent)
        : await api.post('/api/staff/reservations/{reservationId}/payments', sent)
      if (answer.status === 'ok') onDone(answer.value)
      if (answer.status === 'refused' && answer.problem.code === 'bill-changed') onStale()
      return answer
    },
  })
  return (
    <form onSubmit={form.onSubmit} noValidate class="payment">
      <H3 k={isRefund ? 'staff.money-refund-title' : 'staff.money-receive'} />
      <FormProblems form={form} />
      <div class="side-by-side">
        <Select
          {...form.field('means')}
          label={say('staff.money-how')}
          options={MEANS.map(value => ({ value, label: say(`staff.money-means-${value}`) }))}
        />
        <NumberField
          {...form.field('yen')}
          label={say('staff.money-yen')}
          hint={
            isRefund
              ? say('staff.money-refund-hint', { yen: plain.money(-owed, language) })
              : say('staff.money-yen-hint')
          }
          size={10}
        />
        <TextField {...form.field('note')} label={say('staff.money-note')} optional maxLength={200} />
      </div>
      <SubmitButton busy={form.busy} k={isRefund ? 'staff.money-refund-do' : 'staff.money-receive-do'} />
    </form>
  )
}
