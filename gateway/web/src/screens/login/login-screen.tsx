import { useState } from 'preact/hooks'
import { useSearch } from 'wouter-preact'
import { useSession } from '../../api/session.tsx'
import { say } from '../../i18n/message.ts'
import { useLater } from '../../shell/later.ts'
import { nextPath } from '../../shell/login-path.ts'
import { NeedsCity } from '../../shell/needs-city.tsx'
import { Page } from '../../shell/page.tsx'
import { type Office, useOffice } from '../../shell/use-office.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useStep } from '../account/use-step.ts'
import { type Challenge, keptChallenge } from './challenge.ts'
import { LoginCodeForm } from './login-code-form.tsx'
import { LoginPasswordForm } from './login-password-form.tsx'
import { usePasswordStep } from './use-password-step.ts'

const STEPS = ['password', 'code'] as const
const TITLES = {
  password: say('person.login-title'),
  code: say('account.code-title'),
} as const

/** R9, S3, M6, M9: the password, then the mailed code. */
export function LoginScreen() {
  const { session } = useSession()
  const office = useOffice()
  if (session.status === 'known') return <AlreadyIn name={session.me.name} />
  if (office) return <LoggingIn key={office.cityId} office={office} />
  return (
    <Page title={TITLES.password} screen="R9" crumbs={[]}>
      <NeedsCity>{() => null}</NeedsCity>
    </Page>
  )
}

function LoggingIn({ office }: { readonly office: Office }) {
  const [challenge, setChallenge] = useState(keptChallenge)
  const form = usePasswordStep(office, setChallenge)
  const step = useStep(STEPS) === 'code' && challenge?.cityId === office.cityId ? 'code' : 'password'
  return (
    <Page key={step} title={TITLES[step]} screen="R9" step={step === 'code' ? '2/2' : '1/2'} crumbs={[]}>
      {step === 'code' && challenge?.by === 'app' ? (
        <AppCode challenge={challenge} />
      ) : step === 'code' && challenge ? (
        <LoginCodeForm key={challenge.challengeId} challenge={challenge} passwordForm={form} />
      ) : (
        <LoginPasswordForm form={form} office={office} />
      )}
    </Page>
  )
}

function AppCode({ challenge }: { readonly challenge: Challenge }) {
  const part = useLater(() => import('./app-code-form.tsx'), ['factor'])
  return part ? <part.AppCodeForm key={challenge.challengeId} challenge={challenge} /> : <Loading />
}

function AlreadyIn({ name }: { readonly name: string }) {
  const search = useSearch()
  return (
    <Page title={TITLES.password} screen="R9" crumbs={[]}>
      <Notice tone="success" title={say('account.already-in', { name })}>
        <ButtonLink href={nextPath(`?${search}`)} k="person.go-on" />
      </Notice>
    </Page>
  )
}
