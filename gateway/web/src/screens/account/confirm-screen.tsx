import { useState } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { useForm } from '../../forms/use-form.ts'
import { say } from '../../i18n/message.ts'
import { T } from '../../i18n/text.tsx'
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
          <p class="lead">
            <T k="account.confirm-lead" />
          </p>
          <FormProblems form={form} />
          <SubmitButton busy={form.busy}>
            <T k="account.confirm-press" />
          </SubmitButton>
        </form>
      )}
    </Page>
  )
}

function NoToken({ wasUsed }: { readonly wasUsed: boolean }) {
  return (
    <Notice tone="warning" title={say('account.token-missing-title')} live={wasUsed}>
      <p>
        <T k={wasUsed ? 'account.token-over' : 'account.token-missing'} />
      </p>
      <div class="buttons">
        {wasUsed && (
          <ButtonLink href="/login">
            <T k="common.login" />
          </ButtonLink>
        )}
        <ButtonLink href="/register" kind="secondary">
          <T k="account.register-anew" />
        </ButtonLink>
      </div>
    </Notice>
  )
}

function Confirmed({ memberNumber }: { readonly memberNumber: string }) {
  return (
    <Page key="done" title={say('account.confirmed-title')} screen="R8" step="4/4" crumbs={[]}>
      <StepNav steps={REGISTER_STEPS} now={4} />
      <Notice tone="success" title={say('account.confirmed-notice')}>
        <p>
          <T k="account.your-number" />
        </p>
        <p class="member-number">{memberNumber}</p>
        <p>
          <T k="account.keep-number" />
        </p>
      </Notice>
      <p>
        <T k="account.then-permission" />
      </p>
      <ButtonLink href="/login?next=%2Fpermission" size="large">
        <T k="account.login-and-apply" />
      </ButtonLink>
    </Page>
  )
}
