import { useState } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { useForm } from '../../forms/use-form.ts'
import { say } from '../../i18n/message.ts'
import { P } from '../../i18n/text.tsx'
import { FormProblems } from '../../shell/form-problems.tsx'
import { Page } from '../../shell/page.tsx'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StepNav } from '../../ui/steps/step-nav.tsx'
import { REGISTER_STEPS } from './register-screen.tsx'

/** M5: behind the mail's link; opening it does nothing, the button finishes the registration. */
export function ConfirmScreen() {
  // Behind the #, so that no server and no log on the way ever sees it.
  const [token] = useState(() => new URLSearchParams(location.hash.slice(1)).get('token') ?? '')
  const form = useForm({
    initial: {},
    submit: () => api.post('/api/registrations/confirm', { body: { token } }),
  })
  const { answer } = form
  if (answer?.status === 'ok') return <Confirmed memberNumber={answer.value.memberNumber} />
  const isOver = answer?.status === 'refused' && answer.problem.code === 'token-not-valid'
  return (
    <Page key="ask" title={say('account.confirm-title')} screen="R8" step="3/4" crumbs={[]}>
      <StepNav steps={REGISTER_STEPS} now={3} />
      {token === '' || isOver ? (
        <NoToken wasUsed={isOver} />
      ) : (
        <form onSubmit={form.onSubmit} noValidate>
          <P k="account.confirm-lead" class="lead" />
          <FormProblems form={form} />
          <SubmitButton busy={form.busy} k="account.confirm-press" />
        </form>
      )}
    </Page>
  )
}

function NoToken({ wasUsed }: { readonly wasUsed: boolean }) {
  return (
    <Notice tone="warning" title={say('account.token-missing-title')} live={wasUsed}>
      <P k={wasUsed ? 'account.token-over' : 'account.token-missing'} />
      <div class="buttons">
        {wasUsed && <ButtonLink href="/login" k="common.login" />}
        <ButtonLink href="/register" kind="secondary" k="account.register-anew" />
      </div>
    </Notice>
  )
}

function Confirmed({ memberNumber }: { readonly memberNumber: string }) {
  return (
    <Page key="done" title={say('account.confirmed-title')} screen="R8" step="4/4" crumbs={[]}>
      <StepNav steps={REGISTER_STEPS} now={4} />
      <Notice tone="success" title={say('account.confirmed-notice')}>
        <P k="account.your-number" />
        <p class="member-number">{memberNumber}</p>
        <P k="account.keep-number" />
      </Notice>
      <P k="account.then-permission" />
      <ButtonLink href="/login?next=%2Fpermission" size="large" k="account.login-and-apply" />
    </Page>
  )
}
