import type { ComponentChildren } from 'preact'
import { P, T } from '../../../i18n/text.tsx'
import type { Question } from './question.ts'
import type { Scope } from './scope.ts'

/** A question that has several fields, under its own words; an error of the whole leads here. */
export function QuestionSet({
  question: { path, label, hint },
  scope,
  children,
}: {
  readonly question: Pick<Extract<Question, { readonly kind: 'hours' | 'list' }>, 'path' | 'label' | 'hint'>
  readonly scope: Scope
  readonly children: ComponentChildren
}) {
  return (
    <fieldset class="fieldset" id={`f-${scope.at(path)}`} tabIndex={-1}>
      <legend class="field__label">
        <T k={label} />
      </legend>
      {hint !== undefined && <P k={hint} class="field__hint" />}
      {children}
    </fieldset>
  )
}
