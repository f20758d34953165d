import { P, Say, T } from '../../../i18n/text.tsx'
import { isFields, textOf } from './document.ts'
import { type Named, namedBy } from './path-names.ts'
import type { Section } from './question.ts'

export type Change = {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}
type Props = {
  readonly changes: readonly Change[]
  readonly sections: readonly Section[]
  /** What is asked of each room of a venue. */
  readonly ofRoom?: readonly Section[]
}

/** What differs, by the name of its question: what stood there, and what will. */
export function ChangeList({ changes, sections, ofRoom = [] }: Props) {
  if (changes.length === 0) return <P k="admin.set-changes-none" />
  return (
    <ul class="changed">
      {changes.map(change => (
        <OneChange key={change.path} change={change} {...namedBy(change.path, sections, ofRoom)} />
      ))}
    </ul>
  )
}

function OneChange({ change: { before, after }, name, question }: Named & { readonly change: Change }) {
  return (
    <li>
      <strong>
        <Say message={name} />
      </strong>
      <span class="changed__values" lang="ja">
        <del>
          <Value json={before} question={question} />
        </del>{' '}
        →{' '}
        <ins>
          <Value json={after} question={question} />
        </ins>
      </span>
    </li>
  )
}

type ValueProps = Pick<Named, 'question'> & { readonly json: string | null }

function Value({ json, question }: ValueProps) {
  const value = json === null ? undefined : parsed(json)
  const options = question?.kind === 'choice' ? question.options : []
  const chosen = options.find(({ isNow }) => isNow(value))
  // A choice with questions of its own is told by their answers.
  if (chosen && !isFields(value) && chosen.questions === undefined) return <T k={chosen.label} />
  if (value === null || value === undefined || value === '') return <T k="admin.set-value-none" />
  return <>{wordsOf(value)}</>
}

/** The words of a value: of a thing its own values, one after another. */
function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).join('、')
  if (isFields(value))
    return Object.values(value)
      .map(wordsOf)
      .filter(words => words !== '')
      .join(' ')
  return textOf(value)
}

// A long value is told cut, and is no JSON then.
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return `${json}…`
  }
}
