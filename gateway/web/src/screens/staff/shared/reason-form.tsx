import type { Language } from '@asaichi/contract/actor.ts'
import type { ComponentChildren } from 'preact'
import type { Result } from '../../../api/result.ts'
import type { ProblemCode } from '../../../api/routes.ts'
import { useForm } from '../../../forms/use-form.ts'
import { type Message, say } from '../../../i18n/message.ts'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Button, SubmitButton } from '../../../ui/button.tsx'
import { Select } from '../../../ui/form/choice.tsx'
import { TextArea } from '../../../ui/form/text-field.tsx'
import { MailPreview } from './mail-preview.tsx'
import type { ReasonTemplate } from './reason-templates.ts'

type Refusal = { readonly code: ProblemCode; readonly detail: string }
type Props = {
  /** Keeps what was typed for this very thing. */
  readonly draft: string
  readonly templates: readonly ReasonTemplate[]
  /** The language of the resident's mails; Japanese where it is not known. */
  readonly language?: Language
  readonly mail: Message
  readonly action: ComponentChildren
  readonly submit: (reason: string) => Promise<Result<unknown, Refusal>>
  readonly onCancel?: () => void
}

/** Why the city says no: a template to begin with, the words as they will be mailed, and what the mail says. */
export function ReasonForm({ draft, templates, language, mail, action, submit, onCancel }: Props) {
  const form = useForm({
    initial: { template: '', reason: '' },
    draft,
    validate: ({ reason }) =>
      reason.trim() === '' ? [{ field: 'reason' as const, message: say('staff.error-reason') }] : [],
    submit: ({ reason }) => submit(reason),
  })
  const choose = (label: string) => {
    form.set('template', label)
    const words = templates.find(one => one.label === label)?.words[language ?? 'ja']
    if (words !== undefined) form.set('reason', words)
  }
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <FormProblems form={form} />
      <Select
        {...form.field('template')}
        label={say('staff.reason-template')}
        optional
        onChange={choose}
        options={[
          { value: '', label: say('staff.reason-own') },
          ...templates.map(({ label }) => ({ value: label, label: say(label) })),
        ]}
      />
      <TextArea
        {...form.field('reason')}
        label={say('staff.reason')}
        hint={say('staff.reason-hint')}
        maxLength={400}
        rows={4}
      />
      <MailPreview title={mail} {...(language !== undefined && { language })}>
        <p class="mail-preview__words">{form.values.reason.trim() || '…'}</p>
      </MailPreview>
      <div class="buttons">
        <SubmitButton busy={form.busy}>{action}</SubmitButton>
        {onCancel && <Button kind="secondary" onClick={onCancel} k="common.cancel-action" />}
      </div>
    </form>
  )
}
