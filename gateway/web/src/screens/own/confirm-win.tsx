import { api } from '../../api/client.ts'
import { useForm } from '../../forms/use-form.ts'
import { Until } from '../../i18n/format.tsx'
import { H2, P } from '../../i18n/text.tsx'
import { FormProblems } from '../../shell/form-problems.tsx'
import { SubmitButton } from '../../ui/button.tsx'

type Props = {
  readonly reservationId: string
  readonly confirmBy: string
  readonly onConfirmed: () => void
}

/** G7: the winner says they will come. */
export function ConfirmWin({ reservationId, confirmBy, onConfirmed }: Props) {
  const form = useForm({
    initial: {},
    submit: async () => {
      const params = { reservationId }
      const answer = await api.post('/api/reservations/{reservationId}/confirm', { params, body: {} })
      if (answer.status === 'ok') onConfirmed()
      return answer
    },
  })
  return (
    <section class="state-card state-card--action" aria-labelledby="confirm-win">
      <H2 k="own.confirm-title" id="confirm-win" />
      <P k="own.confirm-text" p={{ at: <Until at={confirmBy} /> }} />
      <form onSubmit={form.onSubmit} noValidate>
        <FormProblems form={form} />
        <SubmitButton busy={form.busy} k="own.confirm-do" />
      </form>
    </section>
  )
}
