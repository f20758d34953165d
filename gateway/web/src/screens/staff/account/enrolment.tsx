import { api, type ResultAt } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { useForm } from '../../../forms/use-form.ts'
import { say } from '../../../i18n/message.ts'
import { problemMessage } from '../../../i18n/problem-message.ts'
import { H2, P, useText } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Button, SubmitButton } from '../../../ui/button.tsx'
import { OneTimeCode } from '../../../ui/person/one-time-code.tsx'
import './account.css'

type Begun = ValueOf<RouteAt<'post', '/api/second-factor'>>
type Props = {
  readonly begun: Begun
  readonly onEnrolled: (codes: readonly string[]) => void
  readonly onAnew: () => void
}

/** M9: the secret as a picture and as text, and the first code that comes back from it. */
export function Enrolment({ begun, onEnrolled, onAnew }: Props) {
  const t = useText()
  const { qr, secret } = begun
  return (
    <>
      <H2 k="factor.scan-title" />
      <P k="factor.scan-text" />
      <svg
        class="app-code"
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        role="img"
        aria-label={t('factor.scan-alt')}
      >
        <rect width={qr.size} height={qr.size} fill="#fff" />
        <path d={qr.path} fill="#000" shape-rendering="crispEdges" />
      </svg>
      <P k="factor.type-text" />
      <p>
        <code class="app-secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <H2 k="factor.confirm-title" />
      <Confirm onEnrolled={onEnrolled} />
      <Button kind="text" onClick={onAnew} k="factor.begin-over" />
    </>
  )
}

type Answer = ResultAt<'post', '/api/second-factor/confirm'>

function Confirm({ onEnrolled }: Pick<Props, 'onEnrolled'>) {
  const form = useForm<{ readonly code: string }, Answer>({
    initial: { code: '' },
    validate: ({ code }) =>
      /^\d{6}$/.test(code) ? [] : [{ field: 'code' as const, message: say('factor.code-missing') }],
    submit: async ({ code }) => {
      const answer = await api.post('/api/second-factor/confirm', { body: { code } })
      if (answer.status === 'ok') onEnrolled(answer.value.recoveryCodes)
      if (answer.status === 'refused' && answer.problem.code === 'enrolment-code-wrong')
        form.setErrors([{ field: 'code', message: problemMessage(answer.problem) }])
      return answer
    },
  })
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <FormProblems form={form} />
      <OneTimeCode
        label={say('factor.code-first')}
        hint={say('factor.code-first-hint')}
        {...form.field('code')}
      />
      <SubmitButton busy={form.busy} k="factor.confirm" />
    </form>
  )
}
