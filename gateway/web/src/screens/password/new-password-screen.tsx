import { useState } from 'preact/hooks'
import { useSearch } from 'wouter-preact'
import { api, type ResultAt } from '../../api/client.ts'
import { type Me, useSession } from '../../api/session.tsx'
import { type Form, useForm } from '../../forms/use-form.ts'
import { say } from '../../i18n/message.ts'
import { problemMessage } from '../../i18n/problem-message.ts'
import { P } from '../../i18n/text.tsx'
import { FormProblems } from '../../shell/form-problems.tsx'
import { nextPath } from '../../shell/login-path.ts'
import { NeedsLogin } from '../../shell/needs-login.tsx'
import { Page } from '../../shell/page.tsx'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasswordField } from '../../ui/person/password-field.tsx'
import { errorsOf, isNewPassword, isPassword } from '../account/checks.ts'

const TITLE = say('member.new-password-title')
const NOTHING = { current: '', wanted: '' }
type Passwords = typeof NOTHING
type Answer = ResultAt<'post', '/api/password'>
type PasswordsForm = Form<Passwords, Answer>

/** R10, S8, S9: forced after a temporary or old password, and of one's own will. */
export function NewPasswordScreen() {
  const { session } = useSession()
  const [isDone, setDone] = useState(false)
  if (isDone) return <Done />
  return (
    <Page key="ask" title={TITLE} screen="R10" crumbs={[]}>
      {session.status === 'known' ? (
        <Changing me={session.me} onDone={() => setDone(true)} />
      ) : (
        <NeedsLogin>{() => null}</NeedsLogin>
      )}
    </Page>
  )
}

function Changing({ me, onDone }: { readonly me: Me; readonly onDone: () => void }) {
  // The answer turns the session into an ordinary one while this form still stands here.
  const [isForced] = useState(me.mustChangePassword)
  const form = usePasswordsForm(isForced, onDone)
  return (
    <>
      {isForced && (
        <Notice tone="warning" title={say('session.password-first-title')}>
          <P k="session.password-first-text" />
        </Notice>
      )}
      <form onSubmit={form.onSubmit} noValidate>
        <FormProblems form={form} />
        {!isForced && (
          <PasswordField
            label={say('member.current-password')}
            autocomplete="current-password"
            {...form.field('current')}
          />
        )}
        <PasswordField
          label={say('member.wanted-password')}
          hint={say('person.new-password-hint')}
          autocomplete="new-password"
          {...form.field('wanted')}
        />
        <P k="member.others-end" />
        <SubmitButton busy={form.busy} k="member.new-password-send" />
      </form>
    </>
  )
}

function usePasswordsForm(isForced: boolean, onDone: () => void): PasswordsForm {
  const { entered } = useSession()
  const form: PasswordsForm = useForm<Passwords, Answer>({
    initial: NOTHING,
    validate: ({ current, wanted }) =>
      errorsOf<keyof Passwords>([
        ['current', isForced ? undefined : isPassword(current)],
        ['wanted', isNewPassword(wanted)],
      ]),
    submit: async ({ current, wanted }) => {
      const answer = await api.post('/api/password', {
        body: { newPassword: wanted, ...(!isForced && { currentPassword: current }) },
      })
      if (answer.status === 'ok') {
        onDone()
        entered(answer.value)
      }
      if (answer.status === 'refused') form.setErrors(errorsIn(answer.problem))
      return answer
    },
  })
  return form
}

type Problem = Extract<Answer, { readonly status: 'refused' }>['problem']

function errorsIn(problem: Problem) {
  const { code } = problem
  if (code === 'current-password-wrong') return [{ field: 'current', message: problemMessage(problem) }]
  if (code === 'weak-password' || code === 'same-password')
    return [{ field: 'wanted', message: problemMessage(problem) }]
  return []
}

function Done() {
  const search = useSearch()
  return (
    <Page key="done" title={say('member.new-password-done')} screen="R10" crumbs={[]}>
      <Notice tone="success" title={say('member.new-password-done-notice')}>
        <P k="member.new-password-done-text" />
      </Notice>
      <ButtonLink href={nextPath(`?${search}`)} size="large" k="person.go-on" />
    </Page>
  )
}
