import type { ComponentChildren } from 'preact'
import { type FieldError, type Form, useForm } from '../../forms/use-form.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import './filter-form.css'

type Filtered = { readonly status: 'ok' }
type Fields = { readonly [field: string]: unknown }
type Spec<V extends Fields> = {
  readonly initial: V
  readonly validate: (values: V) => readonly FieldError<keyof V & string>[]
  readonly onChange: (values: V) => void
}

/** What a page is to show, asked for by its button, so that nothing changes while one chooses. */
export function useFilter<V extends Fields>({ initial, validate, onChange }: Spec<V>): Form<V, Filtered> {
  return useForm<V, Filtered>({
    initial,
    validate,
    submit: values => {
      onChange(values)
      return Promise.resolve({ status: 'ok' })
    },
  })
}

type Props = {
  readonly form: Pick<Form<Fields, Filtered>, 'errors' | 'attempt' | 'onSubmit'>
  readonly children: ComponentChildren
  /** What the button says. */
  readonly k?: Key
  /** After the button. */
  readonly beside?: ComponentChildren
}

export function FilterForm({ form, children, k = 'staff.filter-show', beside }: Props) {
  return (
    <form onSubmit={form.onSubmit} noValidate class="filter no-print">
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <div class="filter__fields">
        {children}
        <Button type="submit" kind="secondary" k={k} />
        {beside}
      </div>
    </form>
  )
}
