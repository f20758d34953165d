import type { TeamRole } from '@asaichi/contract/identity/team.ts'
import { api } from '../../../api/client.ts'
import { useForm } from '../../../forms/use-form.ts'
import { type Message, say } from '../../../i18n/message.ts'
import { H2, P } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/form/choice.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'

type Props = {
  readonly cityId: string
  readonly roles: readonly TeamRole[]
  readonly onDone: (message: Message) => void
}

export function InviteForm({ cityId, roles, onDone }: Props) {
  const [first = 'staff'] = roles
  const form = useForm({
    initial: { mail: '', role: first as string },
    draft: `invite:${cityId}`,
    validate: ({ mail }) =>
      // Whether SMTP can carry it is for the API to say.
      /.@./.test(mail.trim()) ? [] : [{ field: 'mail' as const, message: say('admin.mail-wrong') }],
    submit: async values => {
      const mail = values.mail.trim()
      const body = { mail, role: roles.find(role => role === values.role) ?? first }
      const answer = await api.post('/api/cities/{cityId}/team/invitations', { params: { cityId }, body })
      if (answer.status === 'ok') {
        form.reset()
        onDone(say('admin.invited', { mail }))
      }
      if (answer.status === 'refused' && answer.problem.code === 'input-not-valid')
        form.setErrors([{ field: 'mail', message: say('admin.mail-wrong') }])
      return answer
    },
  })
  return (
    <section aria-labelledby="invite">
      <H2 k="admin.invite-title" id="invite" />
      <form onSubmit={form.onSubmit} noValidate>
        <P k="admin.invite-lead" />
        <FormProblems form={form} />
        <TextField {...form.field('mail')} type="email" label={say('admin.invite-mail')} maxLength={254} />
        {roles.length > 1 && (
          <RadioGroup
            {...form.field('role')}
            label={say('admin.invite-role')}
            options={(['staff', 'admin'] as const).map(value => ({
              value,
              label: say(`states.role-${value}`),
              note: say(`admin.note-${value}`),
            }))}
          />
        )}
        <SubmitButton busy={form.busy} k="admin.invite-send" />
      </form>
    </section>
  )
}
