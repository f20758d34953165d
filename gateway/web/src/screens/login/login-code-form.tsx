import { useState } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import { api, type ResultAt } from '../../api/client.ts'
import { type Me, useSession } from '../../api/session.tsx'
import { useServerNow } from '../../api/use-server-now.ts'
import { type FieldError, useForm } from '../../forms/use-form.ts'
import { say } from '../../i18n/message.ts'
import { problemMessage } from '../../i18n/problem-message.ts'
import { P } from '../../i18n/text.tsx'
import { countdownText } from '../../lib/countdown.ts'
import { FormProblems } from '../../shell/form-problems.tsx'
import { nextPath } from '../../shell/login-path.ts'
import { Button, ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { OneTimeCode } from '../../ui/person/one-time-code.tsx'
import { errorsOf, isCode, plainNumber } from '../account/checks.ts'
import { NoMail } from '../account/no-mail.tsx'
import { stepPath } from '../account/use-step.ts'
import { type Challenge, forgetChallenge } from './challenge.ts'
import type { PasswordForm } from './use-password-step.ts'

type Props = { readonly challenge: Challenge; readonly passwordForm: PasswordForm }
type Answer = ResultAt<'post', '/api/login/code'>

/** R9, second page (M9): the mailed digits, good for three minutes by the server's clock. */
export function LoginCodeForm({ challenge, passwordForm }: Props) {
  const form = useCodeForm(challenge, code => errorsOf([['code', isCode(code)]]))
  const now = useServerNow(1000)
  const leftMs = now === undefined ? undefined : Date.parse(challenge.expiresAt) - now
  const isOver = (leftMs !== undefined && leftMs <= 0) || isRefusedForGood(form.answer)
  return (
    <>
      <P k="account.code-lead" class="lead" />
      {isOver ? (
        <Notice tone="warning" title={say('account.code-over-title')} live>
          <P k="account.code-over-text" />
          <Resend form={passwordForm} isMain />
        </Notice>
      ) : (
        <form onSubmit={form.onSubmit} noValidate>
          <FormProblems form={form} />
          <OneTimeCode label={say('account.code')} {...form.field('code')} />
          <TimeLeft ms={leftMs} />
          <SubmitButton busy={form.busy} k="person.login-title" />
        </form>
      )}
      <NoMail />
      {!isOver && <Resend form={passwordForm} />}
    </>
  )
}

/** Either code: `judge` says what is wrong with one before it is sent. */
export function useCodeForm(
  { challengeId, stay, by }: Challenge,
  judge: (code: string) => readonly FieldError<'code'>[],
) {
  const { entered } = useSession()
  const [, navigate] = useLocation()
  const form = useForm<{ readonly code: string }, Answer>({
    initial: { code: '' },
    validate: ({ code }) => judge(code),
    submit: async ({ code }) => {
      const answer = await api.post('/api/login/code', {
        body: { challengeId, code: by === 'app' ? code : plainNumber(code), stay },
      })
      if (answer.status === 'ok') {
        forgetChallenge()
        const path = pathAfter(answer.value)
        entered(answer.value)
        navigate(path, { replace: true })
      }
      if (answer.status === 'refused' && answer.problem.code === 'code-wrong')
        form.setErrors([{ field: 'code', message: problemMessage(answer.problem) }])
      return answer
    },
  })
  return form
}

/** S8, S9: a temporary or old password first, then where the person wanted to go; staff go to their own pages. */
function pathAfter({ mustChangePassword, role }: Me): string {
  const path = nextPath(location.search, HOME[role])
  return mustChangePassword ? `/new-password?next=${encodeURIComponent(path)}` : path
}

const HOME = { resident: '/my', staff: '/staff', admin: '/staff', operator: '/operator' } as const

export function isRefusedForGood(answer: Answer | undefined): boolean {
  return answer?.status === 'refused' && answer.problem.code === 'code-not-valid'
}

function TimeLeft({ ms }: { readonly ms: number | undefined }) {
  if (ms === undefined) return null
  return (
    <P k="account.code-left" p={{ time: countdownText(Math.max(0, ms)) }} class="time-left" role="timer" />
  )
}

/** Another code for the same password; after a reload the password is gone, and with it this short way. */
function Resend({ form, isMain = false }: { readonly form: PasswordForm; readonly isMain?: boolean }) {
  const [wasAsked, setAsked] = useState(false)
  const canResend = form.values.password !== ''
  return (
    <>
      {wasAsked && <FormProblems form={form} />}
      <div class="buttons">
        {canResend && (
          <Button
            kind={isMain ? 'primary' : 'secondary'}
            busy={form.busy}
            onClick={() => {
              setAsked(true)
              form.onSubmit()
            }}
            k="account.code-again"
          />
        )}
        <ButtonLink
          kind={isMain && !canResend ? 'primary' : 'text'}
          href={stepPath('/login', undefined)}
          k="account.login-from-start"
        />
      </div>
    </>
  )
}
