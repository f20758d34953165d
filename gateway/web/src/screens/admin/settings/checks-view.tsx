import { Say } from '../../../i18n/text.tsx'
import { Fieldset } from '../../../ui/form/fieldset.tsx'
import { lookOf } from './look.ts'
import type { Question } from './question.ts'
import type { Scope } from './scope.ts'

type Props = { readonly question: Extract<Question, { readonly kind: 'checks' }>; readonly scope: Scope }

/** Several of a few, kept in the order in which they stand here. */
export function ChecksView({ question, scope }: Props) {
  const { path, options, empty } = question
  const value = scope.get(path)
  const chosen: readonly unknown[] = Array.isArray(value) ? value : []
  const toggle = (one: string) => {
    const isOn = (each: string) => (each === one ? !chosen.includes(each) : chosen.includes(each))
    const next = options.map(option => option.value).filter(isOn)
    scope.set(path, next.length === 0 && empty === 'absent' ? undefined : next)
  }
  return (
    <Fieldset {...lookOf(question, scope)} optional={empty !== undefined}>
      {options.map(({ value: one, label }) => (
        <label key={one} class="choice">
          <input
            type="checkbox"
            name={scope.at(path)}
            checked={chosen.includes(one)}
            onChange={() => toggle(one)}
          />
          <span>
            <Say message={label} />
          </span>
        </label>
      ))}
    </Fieldset>
  )
}
