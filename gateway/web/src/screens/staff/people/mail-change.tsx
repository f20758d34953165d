import type { PersonFile } from '@asaichi/contract/identity/staff.ts'
import { api } from '../../../api/client.ts'
import { type FieldError, useForm } from '../../../forms/use-form.ts'
import { type Message, say } from '../../../i18n/message.ts'
import { P, Summary } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/form/choice.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'

const WAYS = ['phone', 'counter'] as const
const EMPTY = { mail: '', way: 'counter', proof: '' }

type Props = {
  readonly person: PersonFile
  readonly onChanged: (message: Message) => void
}

/** M9: every login needs the mailed code, so who lost the mailbox is helped at the desk. */
export function MailChange({ person: { personId }, onChanged }: Props) {
  const form = useForm({
    initial: EMPTY,
    draft: `mail-change:${personId}`,
    validate: problemsOf,
    submit: async ({ mail, way, proof }) => {
      const answer = await api.post('/api/staff/people/{personId}/mail', {
        params: { personId },
        body: { mail: mail.trim(), contact: { by: WAYS.find(one => one === way) ?? 'counter', note: proof } },
      })
      if (answer.status === 'ok') {
        form.reset()
        onChanged(say('staff.mail-done'))
      }
      return answer
    },
  })
  return (
    <details class="details">
      <Summary k="staff.mail-change" />
      <form onSubmit={form.onSubmit} noValidate>
        <P k="staff.mail-change-lead" />
        <FormProblems form={form} />
        <TextField {...form.field('mail')} type="email" label={say('staff.mail-new')} maxLength={254} />
        <RadioGroup
          {...form.field('way')}
          label={say('staff.contact-by')}
          options={WAYS.map(value => ({ value, label: say(`staff.by-${value}`) }))}
        />
        <TextField {...form.field('proof')} label={say('staff.mail-how')} maxLength={200} />
        <SubmitButton busy={form.busy} k="staff.mail-do" />
      </form>
    </details>
  )
}

function problemsOf({ mail, proof }: typeof EMPTY): readonly FieldError<keyof typeof EMPTY>[] {
  // Whether SMTP can carry it is for the API to say.
  const isAddress = /.@./.test(mail.trim())
  return [
    ...(isAddress ? [] : [{ field: 'mail' as const, message: say('staff.error-mail') }]),
    ...(proof.trim() === '' ? [{ field: 'proof' as const, message: say('staff.error-how') }] : []),
  ]
}
