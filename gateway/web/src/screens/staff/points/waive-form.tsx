import { api } from '../../../api/client.ts'
import { useForm } from '../../../forms/use-form.ts'
import type { Key } from '../../../i18n/catalogue.ts'
import { say } from '../../../i18n/message.ts'
import { P, T } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Button, SubmitButton } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'

type Props = {
  readonly pointId: string
  /** What the button that opens it says. */
  readonly k: Key
  /** At most one on a page: its field has one name. */
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly onDone: () => void
}

/** G8: points are waived with a reason that the person reads. */
export function WaiveForm({ k, isOpen, onOpen, ...props }: Props) {
  if (!isOpen) return <Button kind="secondary" size="small" onClick={() => onOpen(true)} k={k} />
  return <Reason {...props} onClose={() => onOpen(false)} />
}

type ReasonProps = Pick<Props, 'pointId' | 'onDone'> & { readonly onClose: () => void }

function Reason({ pointId, onDone, onClose }: ReasonProps) {
  const form = useForm({
    initial: { waiver: '' },
    draft: `waive:${pointId}`,
    validate: ({ waiver }) =>
      waiver.trim() === '' ? [{ field: 'waiver' as const, message: say('point-desk.reason-missing') }] : [],
    submit: async ({ waiver }) => {
      const params = { pointId }
      const answer = await api.post('/api/staff/points/{pointId}/waive', { params, body: { reason: waiver } })
      if (answer.status === 'ok') onDone()
      return answer
    },
  })
  return (
    <form onSubmit={form.onSubmit} noValidate class="box">
      <FormProblems form={form} />
      <P k="point-desk.waive-lead" />
      <TextField
        {...form.field('waiver')}
        label={say('point-desk.reason')}
        hint={say('point-desk.reason-hint')}
        maxLength={400}
      />
      <div class="buttons">
        <SubmitButton busy={form.busy}>
          <T k="point-desk.waive-do" />
        </SubmitButton>
        <Button kind="secondary" onClick={onClose} k="common.cancel-action" />
      </div>
    </form>
  )
}
