import { type Message, say } from '../../../i18n/message.ts'
import { sayPlain } from '../../../i18n/text.tsx'
import { otherLanguages } from './other-languages.ts'
import type { Question, Section } from './question.ts'

/** What stands at the path of a change: what it is called, after what is around it, and the question that asks for it. */
export type Named = { readonly name: Message; readonly question: Question | undefined }
type Step = { readonly name: Message; readonly question: Question }

/** A path that no page asks for is told as it is. */
export function namedBy(path: string, sections: readonly Section[], ofRoom: readonly Section[]): Named {
  const [, nr, inside] = /^spaces\.(\d+)(?:\.(.+))?$/.exec(path) ?? []
  const steps = stepsTo(inside ?? path, questionsOf(nr === undefined ? sections : ofRoom))
  const room = nr === undefined ? [] : [say('admin.set-room-number', { number: Number(nr) + 1 })]
  const names = [...room, ...steps.map(({ name }) => name)]
  return {
    name: names.length === 0 ? path : names.map(sayPlain).join(' › '),
    question: steps.at(-1)?.question,
  }
}

function questionsOf(sections: readonly Section[]): readonly Question[] {
  return sections.flatMap(({ questions }) => questions)
}

function stepsTo(path: string, questions: readonly Question[]): readonly Step[] {
  for (const question of questions) {
    const steps = stepsIn(path, question)
    if (steps.length > 0) return steps
  }
  return []
}

function stepsIn(path: string, question: Question): readonly Step[] {
  const name = say(question.label)
  if (path === question.path) return [{ name, question }]
  const other = otherLanguages(question.path).find(each => each.path === path)
  if (other) return [{ name: say(other.label, { field: sayPlain(name) }), question }]
  if (question.kind === 'choice') {
    const further = question.options.flatMap(option => option.questions ?? [])
    const steps = stepsTo(path, further)
    if (steps.length > 0) return steps
  }
  if (!path.startsWith(`${question.path}.`)) return []
  if (question.kind !== 'list') return [{ name, question }]
  const [nr = '', ...rest] = path.slice(question.path.length + 1).split('.')
  const item = say(question.item, { number: Number(nr) + 1 })
  return [{ name: item, question }, ...stepsTo(rest.join('.'), question.questions)]
}
