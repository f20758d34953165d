import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { useForm } from '../../../forms/use-form.ts'
import { Moment } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { Span, T } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Button, SubmitButton } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { Signed } from './bill-table.tsx'
import type { WholeBill } from './whole-bill.ts'

type Posting = WholeBill['postings'][number]
type Props = { readonly whole: WholeBill; readonly onChanged: (now: WholeBill) => void }

/** Every line as it was written; a slip of the desk is taken back by a line of its own. */
export function Ledger({ whole, onChanged }: Props) {
  const [slip, setSlip] = useState<string>()
  const reversed = new Set(whole.postings.flatMap(({ reverses }) => (reverses === null ? [] : [reverses])))
  return (
    <div class="bookings">
      <Table
        caption={say('staff.money-ledger')}
        columns={columnsOf(reversed, setSlip)}
        rows={whole.postings}
        keyOf={({ postingId }) => postingId}
      />
      {slip !== undefined && !reversed.has(slip) && (
        <Reverse
          key={slip}
          reservationId={whole.bill.reservationId}
          postingId={slip}
          onDone={onChanged}
          onClose={() => setSlip(undefined)}
        />
      )}
    </div>
  )
}

function columnsOf(
  reversed: ReadonlySet<string>,
  onReverse: (id: string) => void,
): readonly Column<Posting>[] {
  return [
    { head: say('staff.money-at'), isRowHead: true, cell: ({ at }) => <Moment at={at} short /> },
    { head: say('staff.money-kind'), cell: ({ kind }) => <T k={`staff.money-kind-${kind}`} /> },
    { head: say('staff.money-amount'), cell: ({ charged, paid }) => <Signed yen={charged + paid} /> },
    {
      head: say('staff.money-how'),
      cell: ({ means }) => (means === null ? '－' : <T k={`staff.money-means-${means}`} />),
    },
    { head: say('staff.money-note'), cell: ({ note }) => <span lang="ja">{note}</span> },
    {
      head: say('staff.money-reverse'),
      cell: ({ postingId, kind }) => {
        if (reversed.has(postingId)) return <Span k="staff.money-reversed" class="soft" />
        if (kind !== 'received' && kind !== 'refunded') return null
        return (
          <Button kind="text" size="small" onClick={() => onReverse(postingId)} k="staff.money-reverse" />
        )
      },
    },
  ]
}

type ReverseProps = {
  readonly reservationId: string
  readonly postingId: string
  readonly onDone: (now: WholeBill) => void
  readonly onClose: () => void
}

function Reverse({ reservationId, postingId, onDone, onClose }: ReverseProps) {
  const form = useForm({
    initial: { reason: '' },
    validate: ({ reason }) =>
      reason.trim() === '' ? [{ field: 'reason' as const, message: say('staff.money-error-reason') }] : [],
    submit: async ({ reason }) => {
      const answer = await api.post('/api/staff/reservations/{reservationId}/payments/{postingId}/reverse', {
        params: { reservationId, postingId },
        body: { reason },
      })
      if (answer.status === 'ok') onDone(answer.value)
      return answer
    },
  })
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <FormProblems form={form} />
      <TextField {...form.field('reason')} label={say('staff.money-reverse-reason')} maxLength={200} />
      <div class="buttons">
        <SubmitButton busy={form.busy} k="staff.money-reverse-do" />
        <Button kind="secondary" onClick={onClose} k="common.cancel-action" />
      </div>
    </form>
  )
}
