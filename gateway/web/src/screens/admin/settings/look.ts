import type { ComponentChildren } from 'preact'
import type { FieldProps } from '../../../forms/use-form.ts'
import { say } from '../../../i18n/message.ts'
import type { FieldLook } from '../../../ui/form/field.tsx'
import { textOf } from './document.ts'
import type { Question } from './question.ts'
import type { Scope } from './scope.ts'

/** Draws the questions that another one brings with it. */
export type Further = (questions: readonly Question[], scope: Scope) => ComponentChildren

/** What every field of `ui/` is told of a question. */
export function lookOf(
  { path, label, hint }: Question,
  scope: Scope,
): Omit<FieldProps<string>, 'onChange'> & FieldLook {
  const name = scope.at(path)
  return {
    id: `f-${name}`,
    name,
    value: textOf(scope.get(path)),
    error: scope.error(path),
    label: say(label),
    ...(hint !== undefined && { hint: say(hint) }),
  }
}
