import { INSTALLATION } from '@asaichi/contract/installation.ts'
import { say } from '../../i18n/message.ts'
import { H2, P } from '../../i18n/text.tsx'
import { normaliseMail } from '../../lib/normalise.ts'
import { FormProblems } from '../../shell/form-problems.tsx'
import type { Office } from '../../shell/use-office.ts'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/form/choice.tsx'
import { NumberField, TextField } from '../../ui/form/text-field.tsx'
import { PasswordField } from '../../ui/person/password-field.tsx'
import { MailField } from '../../ui/person/person-fields.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import type { PasswordForm } from './use-password-step.ts'

type Props = { readonly form: PasswordForm; readonly office: Office }

/** R9, first page. */
export function LoginPasswordForm({ form, office }: Props) {
  return (
    <>
      <form onSubmit={form.onSubmit} noValidate>
        <FormProblems form={form} />
        <WhoField form={form} office={office} />
        <PasswordField
          label={say('person.password')}
          autocomplete="current-password"
          {...form.field('password')}
        />
        <p>
          <TextLink
            href={office.cityId === INSTALLATION ? `/password-help?city=${INSTALLATION}` : '/password-help'}
            k="account.forgot"
          />
        </p>
        <Checkbox
          label={say('account.stay')}
          hint={say('account.stay-hint')}
          optional
          {...form.field('stay')}
        />
        <SubmitButton busy={form.busy} k="account.login-next" />
        <P k="account.login-then-code" />
      </form>
      {office.cityId !== INSTALLATION && <NotRegistered />}
    </>
  )
}

function NotRegistered() {
  return (
    <section aria-labelledby="not-registered">
      <H2 k="account.not-registered" id="not-registered" />
      <div class="buttons">
        <ButtonLink href="/register" kind="secondary" k="account.register-title" />
        <ButtonLink href="/" kind="text" k="account.back-home" />
      </div>
    </section>
  )
}

/** S3: what a person is known by is the city's choice. */
function WhoField({ form, office }: Props) {
  const kinds = office.policy.loginKinds
  const field = form.field('who')
  if (kinds.length > 1)
    return (
      <TextField
        label={say('account.who')}
        hint={say('person.number-hint')}
        autocomplete="username"
        normalise={normaliseMail}
        {...field}
      />
    )
  if (kinds[0] === 'mail') return <MailField label={say('person.mail')} autocomplete="username" {...field} />
  return (
    <NumberField
      label={say('person.number')}
      hint={say('person.number-hint')}
      autocomplete="username"
      size={10}
      {...field}
    />
  )
}
