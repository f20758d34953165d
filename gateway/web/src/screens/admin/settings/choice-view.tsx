import { useRef } from 'preact/hooks'
import { say } from '../../../i18n/message.ts'
import { RadioGroup } from '../../../ui/form/choice.tsx'
import { type Further, lookOf } from './look.ts'
import type { Question } from './question.ts'
import type { Scope } from './scope.ts'

type Props = {
  readonly question: Extract<Question, { readonly kind: 'choice' }>
  readonly scope: Scope
  readonly further: Further
}

/** One of several, and what is asked further of the one that is chosen. What was typed under another comes back with it. */
export function ChoiceView({ question, scope, further }: Props) {
  const left = useRef(new Map<string, unknown>())
  const value = scope.get(question.path)
  const now = question.options.find(({ isNow }) => isNow(value))
  const choose = (id: string) => {
    const chosen = question.options.find(option => option.id === id)
    if (!chosen) return
    if (now) left.current.set(now.id, value)
    scope.set(question.path, left.current.get(id) ?? chosen.value)
  }
  return (
    <>
      <RadioGroup
        {...lookOf(question, scope)}
        value={now?.id ?? ''}
        onChange={choose}
        options={question.options.map(({ id, label, note }) => ({
          value: id,
          label: say(label),
          ...(note !== undefined && { note: say(note) }),
        }))}
      />
      {now?.questions !== undefined && <div class="further">{further(now.questions, scope)}</div>}
    </>
  )
}
