import type { City } from '@asaichi/contract/catalog/city.ts'
import { Link } from 'wouter-preact'
import { say } from '../../i18n/message.ts'
import { T } from '../../i18n/text.tsx'
import { normaliseMail } from '../../lib/normalise.ts'
import { FormProblems } from '../../shell/form-problems.tsx'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/form/choice.tsx'
import { MailField, NumberField, TextField } from '../../ui/form/text-field.tsx'
import { PasswordField } from '../../ui/person/password-field.tsx'
import type { PasswordForm } from './use-password-step.ts'

type Props = { readonly form: PasswordForm; readonly city: City }

/** R9, first page. */
export function LoginPasswordForm({ form, city }: Props) {
  return (
    <>
      <form onSubmit={form.onSubmit} noValidate>
        <FormProblems form={form} />
        <WhoField form={form} city={city} />
        <PasswordField
          label={say('person.password')}
          autocomplete="current-password"
          {...form.field('password')}
        />
        <p>
          <Link href="/password-help">
            <T k="account.forgot" />
          </Link>
        </p>
        <Checkbox
          label={say('account.stay')}
          hint={say('account.stay-hint')}
          optional
          {...form.field('stay')}
        />
        <SubmitButton busy={form.busy}>
          <T k="account.login-next" />
        </SubmitButton>
        <p>
          <T k="account.login-then-code" />
        </p>
      </form>
      <section aria-labelledby="not-registered">
        <h2 id="not-registered">
          <T k="account.not-registered" />
        </h2>
        <div class="buttons">
          <ButtonLink href="/register" kind="secondary">
            <T k="account.register-title" />
          </ButtonLink>
          <ButtonLink href="/" kind="text">
            <T k="account.back-home" />
          </ButtonLink>
        </div>
      </section>
    </>
  )
}

/** S3: what a person is known by is the city's choice. */
function WhoField({ form, city }: Props) {
  const kinds = city.policy.loginKinds
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
