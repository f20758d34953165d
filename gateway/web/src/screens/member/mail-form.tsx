import { useState } from 'preact/hooks'
import { api, type ResultAt } from '../../api/client.ts'
import { useForm } from '../../forms/use-form.ts'
import { say } from '../../i18n/message.ts'
import { problemMessage } from '../../i18n/problem-message.ts'
import { P } from '../../i18n/text.tsx'
import { normaliseMail } from '../../lib/normalise.ts'
import { FormProblems } from '../../shell/form-problems.tsx'
import { Button, ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { OneTimeCode } from '../../ui/person/one-time-code.tsx'
import { PasswordField } from '../../ui/person/password-field.tsx'
import { MailField } from '../../ui/person/person-fields.tsx'
import { errorsOf, isCode, isMail, isPassword, plainNumber, serverErrors } from '../account/checks.ts'
import { NoMail } from '../account/no-mail.tsx'

type Asked = { readonly changeId: string; readonly mail: string }
type AskAnswer = ResultAt<'post', '/api/me/mail'>
type CodeAnswer = ResultAt<'post', '/api/me/mail/code'>

/** M9: the new address, then the code that was sent to it; the address changes with the code. */
export function MailForm() {
  const [asked, setAsked] = useState<Asked>()
  const [mail, setMail] = useState<string>()
  if (mail !== undefined) return <Changed mail={mail} />
  if (asked === undefined) return <AskForm onAsked={setAsked} />
  return <CodeForm asked={asked} onChanged={setMail} onBack={() => setAsked(undefined)} />
}

function AskForm({ onAsked }: { readonly onAsked: (asked: Asked) => void }) {
  const form = useAskForm(onAsked)
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <P class="lead" k="member.mail-lead" />
      <FormProblems form={form} />
      <MailField label={say('member.mail-new')} {...form.field('mail')} />
      <PasswordField
        label={say('person.password')}
        autocomplete="current-password"
        {...form.field('currentPassword')}
      />
      <div class="buttons">
        <SubmitButton busy={form.busy} k="member.mail-send" />
        <ButtonLink href="/account" kind="secondary" size="large" k="common.cancel-action" />
      </div>
    </form>
  )
}

function useAskForm(onAsked: (asked: Asked) => void) {
  const form = useForm<{ readonly mail: string; readonly currentPassword: string }, AskAnswer>({
    initial: { mail: '', currentPassword: '' },
    validate: values =>
      errorsOf([
        ['mail', isMail(values.mail)],
        ['currentPassword', isPassword(values.currentPassword)],
      ]),
    submit: async ({ mail: typed, currentPassword }) => {
      const mail = normaliseMail(typed)
      const answer = await api.post('/api/me/mail', { body: { mail, currentPassword } })
      if (answer.status === 'ok') onAsked({ changeId: answer.value.changeId, mail })
      if (answer.status === 'refused' && answer.problem.code === 'input-not-valid')
        form.setErrors(serverErrors<'mail'>(answer.problem.errors, { mail: ['mail', 'person.mail-wrong'] }))
      return answer
    },
  })
  return form
}

type CodeProps = {
  readonly asked: Asked
  readonly onChanged: (mail: string) => void
  readonly onBack: () => void
}

function CodeForm({ asked, onChanged, onBack }: CodeProps) {
  const form = useForm<{ readonly code: string }, CodeAnswer>({
    initial: { code: '' },
    validate: ({ code }) => errorsOf([['code', isCode(code)]]),
    submit: async ({ code }) => {
      const body = { changeId: asked.changeId, code: plainNumber(code) }
      const answer = await api.post('/api/me/mail/code', { body })
      if (answer.status === 'ok') onChanged(answer.value.mail)
      if (answer.status === 'refused' && answer.problem.code === 'code-wrong')
        form.setErrors([{ field: 'code', message: problemMessage(answer.problem) }])
      return answer
    },
  })
  return (
    <>
      <form onSubmit={form.onSubmit} noValidate>
        <P class="lead" k="member.mail-code-lead" p={{ mail: asked.mail }} />
        <FormProblems form={form} />
        <OneTimeCode label={say('member.mail-code')} {...form.field('code')} />
        <div class="buttons">
          <SubmitButton busy={form.busy} k="member.mail-change" />
          <Button kind="secondary" onClick={onBack} k="member.mail-again" />
        </div>
      </form>
      <NoMail />
    </>
  )
}

function Changed({ mail }: { readonly mail: string }) {
  return (
    <Notice tone="success" title={say('member.mail-done')} live>
      <P k="member.mail-done-text" p={{ mail }} />
      <ButtonLink href="/account" kind="secondary" k="member.account-title" />
    </Notice>
  )
}
