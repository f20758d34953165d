import type { City } from '@asaichi/contract/catalog/city.ts'
import { say } from '../../i18n/message.ts'
import { useCity } from '../../shell/city.tsx'
import { useLater } from '../../shell/later.ts'
import { NeedsCity } from '../../shell/needs-city.tsx'
import { Page } from '../../shell/page.tsx'
import { Loading } from '../../ui/loading.tsx'
import { StepNav } from '../../ui/steps/step-nav.tsx'
import type { RegisterConfirm } from './register-confirm.tsx'
import { RegisterFields } from './register-fields.tsx'
import type { RegisterSent } from './register-sent.tsx'
import { registrationErrors } from './registration.ts'
import { useRegistration } from './use-registration.ts'
import { useStep } from './use-step.ts'

const STEPS = ['fields', 'confirm', 'sent'] as const
const TITLES = {
  fields: say('account.register-title'),
  confirm: say('account.register-confirm-title'),
  sent: say('account.register-sent-title'),
} as const
export const REGISTER_STEPS = [
  say('account.step-fields'),
  say('account.step-confirm'),
  say('account.step-mail'),
  say('account.step-done'),
]

/** R8, M3–M5: type, look at it again, then open the mail. */
export function RegisterScreen() {
  const { city } = useCity()
  if (city) return <Registering key={city.cityId} city={city} />
  return (
    <Page title={TITLES.fields} screen="R8" crumbs={[]}>
      <NeedsCity>{() => null}</NeedsCity>
    </Page>
  )
}

function Registering({ city }: { readonly city: City }) {
  const form = useRegistration(city)
  const asked = useStep(STEPS)
  // A reload takes the password away, which is never kept: then the form asks again.
  const isWhole = registrationErrors(form.values).length === 0
  const step = asked === 'confirm' && !isWhole ? 'fields' : asked
  const number = STEPS.indexOf(step) + 1
  return (
    <Page key={step} title={TITLES[step]} screen="R8" step={`${number}/4`} crumbs={[]}>
      <StepNav steps={REGISTER_STEPS} now={number} />
      {step === 'fields' && <RegisterFields form={form} city={city} />}
      {step === 'confirm' && <Confirm form={form} city={city} />}
      {step === 'sent' && <Sent form={form} />}
    </Page>
  )
}

function Confirm(props: Parameters<typeof RegisterConfirm>[0]) {
  const part = useLater(() => import('./register-confirm.tsx'), [])
  return part ? <part.RegisterConfirm {...props} /> : <Loading />
}

function Sent(props: Parameters<typeof RegisterSent>[0]) {
  const part = useLater(() => import('./register-sent.tsx'), [])
  return part ? <part.RegisterSent {...props} /> : <Loading />
}
