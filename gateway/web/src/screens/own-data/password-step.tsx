import { useForm } from '../../forms/use-form.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { say } from '../../i18n/message.ts'
import { FormProblems } from '../../shell/form-problems.tsx'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { PasswordField } from '../../ui/person/password-field.tsx'
import { errorsOf, isPassword } from '../account/checks.ts'
import type { Asked } from './asked.ts'

type Props<A extends Asked> = { readonly send: Key; readonly ask: (password: string) => Promise<A> }

/** The password once more, for who sits at somebody's open session. */
export function PasswordStep<A extends Asked>({ send, ask }: Props<A>) {
  const form = useForm<{ readonly password: string }, A>({
    initial: { password: '' },
    validate: ({ password }) => errorsOf([['password', isPassword(password)]]),
    submit: ({ password }) => ask(password),
  })
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <FormProblems form={form} />
      <PasswordField
        label={say('person.password')}
        autocomplete="current-password"
        {...form.field('password')}
      />
      <div class="buttons">
        <SubmitButton busy={form.busy} k={send} />
        <ButtonLink href="/my" kind="secondary" size="large" k="common.cancel-action" />
      </div>
    </form>
  )
}
