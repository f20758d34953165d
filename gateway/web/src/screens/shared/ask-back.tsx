import type { ComponentChildren } from 'preact'
import { type FormSpec, useForm } from '../../forms/use-form.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { H2 } from '../../i18n/text.tsx'
import { FormProblems } from '../../shell/form-problems.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'

type Answer = NonNullable<Parameters<typeof FormProblems>[0]['form']['answer']>
type Props = {
  /** What the button that takes back says. */
  readonly action: Key
  readonly keepPath: string
  readonly submit: FormSpec<Record<never, never>, Answer>['submit']
}

/** R17: one press that takes something back, or the way back without it. */
export function AskBack({ action, keepPath, submit }: Props) {
  const form = useForm({ initial: {}, submit })
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <FormProblems form={form} />
      <div class="buttons">
        <Button type="submit" kind="danger" size="large" busy={form.busy} k={action} />
        <ButtonLink href={keepPath} kind="secondary" size="large" k="own.cancel-not" />
      </div>
    </form>
  )
}

/** M29: what goes with it, as items of a list. */
export function Losses({ children }: { readonly children: ComponentChildren }) {
  return (
    <section aria-labelledby="lost">
      <H2 k="own.cancel-lost" id="lost" />
      <ul>{children}</ul>
    </section>
  )
}
