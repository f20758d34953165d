import { say } from '../../../i18n/message.ts'
import { Say, Span, T } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/button.tsx'
import type { Further } from './look.ts'
import type { Question } from './question.ts'
import { QuestionSet } from './question-set.tsx'
import { itemScope, type Scope } from './scope.ts'

type Props = {
  readonly question: Extract<Question, { readonly kind: 'list' }>
  readonly scope: Scope
  readonly further: Further
}

/** Things of one kind, each with its own questions; one more at the end, any of them taken away. */
export function ListView({ question, scope, further }: Props) {
  const { path, item, add, fresh, questions } = question
  const value = scope.get(path)
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  const error = scope.error(path)
  const put = (next: readonly unknown[]) =>
    scope.set(path, next.length === 0 && question.empty === 'absent' ? undefined : next)
  return (
    <QuestionSet question={question} scope={scope}>
      {error !== undefined && (
        <p class="field__error">
          <Say message={error} />
        </p>
      )}
      {items.map((_, nr) => (
        <fieldset class="item" key={nr}>
          <legend>
            <T k={item} p={{ number: nr + 1 }} />
          </legend>
          <div class="item__questions">{further(questions, itemScope(scope, path, nr))}</div>
          <Button kind="secondary" size="small" onClick={() => put(items.toSpliced(nr, 1))}>
            <T k="admin.set-take-away" /> <Span k={item} p={{ number: nr + 1 }} class="visually-hidden" />
          </Button>
        </fieldset>
      ))}
      <Button kind="secondary" onClick={() => put([...items, fresh()])}>
        <Say message={say(add)} />
      </Button>
    </QuestionSet>
  )
}
