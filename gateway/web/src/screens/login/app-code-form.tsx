import { useServerNow } from '../../api/use-server-now.ts'
import { say } from '../../i18n/message.ts'
import { P } from '../../i18n/text.tsx'
import { FormProblems } from '../../shell/form-problems.tsx'
import { FactorField } from '../../shell/team/factor-field.tsx'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { errorsOf, filled } from '../account/checks.ts'
import { stepPath } from '../account/use-step.ts'
import type { Challenge } from './challenge.ts'
import { isRefusedForGood, useCodeForm } from './login-code-form.tsx'

/** R9, second page of who works for a city and has set up an app (M9): its digits, or a recovery code. */
export function AppCodeForm({ challenge }: { readonly challenge: Challenge }) {
  const form = useCodeForm(challenge, code => errorsOf([['code', filled('factor.code-missing')(code)]]))
  const now = useServerNow(1000)
  const isLate = now !== undefined && Date.parse(challenge.expiresAt) <= now
  if (isLate || isRefusedForGood(form.answer))
    return (
      <Notice tone="warning" title={say('account.code-over-title')} live>
        <P k="factor.login-over" />
        <ButtonLink href={stepPath('/login', undefined)} k="account.login-from-start" />
      </Notice>
    )
  return (
    <>
      <P k="factor.login-lead" class="lead" />
      <form onSubmit={form.onSubmit} noValidate>
        <FormProblems form={form} />
        <FactorField by="app" {...form.field('code')} />
        <SubmitButton busy={form.busy} k="person.login-title" />
      </form>
      <P k="factor.login-lost" class="soft" />
      <ButtonLink kind="text" href={stepPath('/login', undefined)} k="account.login-from-start" />
    </>
  )
}
