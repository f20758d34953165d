import { Say } from '../../../i18n/text.tsx'
import { normaliseNumber } from '../../../lib/normalise-number.ts'
import { TextArea, TextField } from '../../../ui/form/text-field.tsx'
import { ChecksView } from './checks-view.tsx'
import { ChoiceView } from './choice-view.tsx'
import { HoursView } from './hours-view.tsx'
import { ListView } from './list-view.tsx'
import { type Further, lookOf } from './look.ts'
import type { Question } from './question.ts'
import type { Scope } from './scope.ts'
import { Translated } from './translated.tsx'

type Props<Q = Question> = { readonly question: Q; readonly scope: Scope }
type Typed = Extract<Question, { readonly kind: 'line' | 'lines' | 'number' | 'date' }>

export function Questions({
  questions,
  scope,
}: {
  readonly questions: readonly Question[]
  readonly scope: Scope
}) {
  return (
    <>
      {questions.map(question => (
        <div class="question" key={question.path}>
          <Asked question={question} scope={scope} />
          <Meaning question={question} scope={scope} />
        </div>
      ))}
    </>
  )
}

function Asked({ question, scope }: Props) {
  switch (question.kind) {
    case 'line':
    case 'lines':
    case 'number':
    case 'date':
      return <TypedView question={question} scope={scope} />
    case 'words':
      return <WordsView question={question} scope={scope} />
    case 'choice':
      return <ChoiceView question={question} scope={scope} further={further} />
    case 'checks':
      return <ChecksView question={question} scope={scope} />
    case 'list':
      return <ListView question={question} scope={scope} further={further} />
    case 'hours':
      return <HoursView question={question} scope={scope} />
  }
}

// Handed down, because what asks further draws questions itself.
const further: Further = (questions, scope) => <Questions questions={questions} scope={scope} />

/** What the answer means for somebody who books. */
function Meaning({ question, scope }: Props) {
  const message = question.means?.(scope.get)
  if (message === undefined) return null
  return (
    <p class="meaning">
      <Say message={message} />
    </p>
  )
}

function TypedView({ question, scope }: Props<Typed>) {
  const { kind, path, max, size, empty } = question
  const put = (text: string) => scope.set(path, answerOf(text, question))
  const field = { ...lookOf(question, scope), optional: empty !== undefined, onChange: put }
  const limit = max === undefined ? {} : { maxLength: max }
  if (kind === 'lines')
    return (
      <>
        <TextArea {...field} {...limit} rows={6} />
        {question.translated && <Translated question={question} scope={scope} />}
      </>
    )
  return (
    <>
      <TextField
        {...field}
        {...limit}
        type={kind === 'date' ? 'date' : 'text'}
        {...(kind === 'number' && {
          inputMode: 'numeric' as const,
          size: size ?? 6,
          normalise: normaliseNumber,
        })}
        {...(size !== undefined && { size })}
      />
      {question.translated && <Translated question={question} scope={scope} />}
    </>
  )
}

function WordsView({ question, scope }: Props<Extract<Question, { readonly kind: 'words' }>>) {
  const { path } = question
  const value = scope.get(path)
  const text = Array.isArray(value) ? value.join('\n') : ''
  // The line that is being begun is kept until it has letters, or nobody could begin one.
  const put = (typed: string) => scope.set(path, typed === '' ? [] : typed.split('\n'))
  return <TextArea {...lookOf(question, scope)} value={text} optional onChange={put} rows={4} />
}

function answerOf(text: string, { kind, empty }: Typed): unknown {
  if (text === '' && empty === 'null') return null
  if (text === '' && empty === 'absent') return undefined
  if (kind !== 'number') return text
  const read = Number(text)
  // "2." is on its way to a number, and what is none is for the API to name.
  return text !== '' && String(read) === text ? read : text
}
