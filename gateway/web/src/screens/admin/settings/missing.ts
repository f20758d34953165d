import type { FieldError } from '../../../forms/use-form.ts'
import type { Key } from '../../../i18n/catalogue.ts'
import { type Message, say } from '../../../i18n/message.ts'
import { sayPlain } from '../../../i18n/text.tsx'
import { textOf } from './document.ts'
import { otherLanguages } from './other-languages.ts'
import type { Question } from './question.ts'
import { itemScope, type Scope } from './scope.ts'

type Typed = Extract<Question, { readonly kind: 'line' | 'lines' | 'number' | 'date' }>

/** Every question that has no answer and needs one, in the order of the page. */
export function missingIn(questions: readonly Question[], scope: Scope): readonly FieldError[] {
  return questions.flatMap(question => missingOf(question, scope))
}

function missingOf(question: Question, scope: Scope): readonly FieldError[] {
  const value = scope.get(question.path)
  switch (question.kind) {
    case 'line':
    case 'lines':
    case 'number':
    case 'date':
      return typedWrong(question, value).map(key => ({
        field: scope.at(question.path),
        message: wrong(question, say(key)),
      }))
    case 'choice':
      return missingIn(question.options.find(({ isNow }) => isNow(value))?.questions ?? [], scope)
    case 'list':
      return (Array.isArray(value) ? value : []).flatMap((_, nr) =>
        missingIn(question.questions, itemScope(scope, question.path, nr)),
      )
    case 'checks':
    case 'words':
    case 'hours':
      return []
  }
}

function typedWrong({ empty, form }: Typed, value: unknown): readonly Key[] {
  const text = textOf(value).trim()
  if (text === '') return empty === undefined ? ['admin.set-missing'] : []
  return form === undefined || form.like.test(text) ? [] : [form.wrong]
}

/** The error of a field, which begins with the field's name. */
export function wrong({ label }: Pick<Question, 'label'>, message: Message): Message {
  return say('admin.set-wrong', { field: sayPlain(say(label)), message: sayPlain(message) })
}

/** The question that stands at a path of the document, or around it; a field in another language is of its own question. */
export function questionAt(questions: readonly Question[], scope: Scope, path: string): Question | undefined {
  for (const question of questions) {
    const found = foundIn(question, scope, path)
    if (found) return found
  }
  return undefined
}

function foundIn(question: Question, scope: Scope, path: string): Question | undefined {
  const here = scope.at(question.path)
  const paths = [here, ...otherLanguages(question.path).map(({ path: other }) => scope.at(other))]
  if (paths.includes(path)) return question
  const inside = path.startsWith(`${here}.`)
  if (question.kind === 'choice') {
    const options = question.options.flatMap(({ questions = [] }) => questions)
    return questionAt(options, scope, path) ?? (inside ? question : undefined)
  }
  if (!inside) return undefined
  if (question.kind !== 'list') return question
  const nr = Number(path.slice(here.length + 1).split('.')[0])
  return questionAt(question.questions, itemScope(scope, question.path, nr), path) ?? question
}
