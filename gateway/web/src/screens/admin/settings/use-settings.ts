import { useState } from 'preact/hooks'
import type { Result } from '../../../api/result.ts'
import type { AnyProblem, ProblemCode } from '../../../api/routes.ts'
import { type FieldError, useForm } from '../../../forms/use-form.ts'
import { say } from '../../../i18n/message.ts'
import { useAct } from '../../staff/shared/use-act.ts'
import { namedPath } from './document.ts'
import { type Edits, edited, withEdit } from './edits.ts'
import { missingIn, questionAt, wrong } from './missing.ts'
import type { Question } from './question.ts'
import { documentScope, type Scope } from './scope.ts'

type Problem = Omit<AnyProblem, 'code'> & { readonly code: ProblemCode }
/** The document as the city has it, and the tag of its version; null where it is to be new. */
export type Read<D> = { readonly document: D; readonly tag: string | null }
export type Send<D, V> = (document: D, tag: string | null) => Promise<Result<V, Problem>>

export type SettingsSpec<D, V> = {
  readonly read: Read<D>
  readonly reload: () => void
  /** Keeps what is typed in this tab under this name. */
  readonly draft: string
  /** What all paths of the questions begin with: empty, or `spaces.<id>.`. */
  readonly root: string
  readonly questions: readonly Question[]
  /** Says what it would mean, and puts nothing. */
  readonly look: Send<D, V>
  /** What the page itself changes, before anybody types. */
  readonly start?: Edits
  readonly put: Send<D, unknown>
  readonly onSaved: (document: D) => void
}

export type Settings<D, V> = {
  readonly scope: Scope
  readonly form: {
    readonly errors: readonly FieldError[]
    readonly attempt: number
    readonly busy: boolean
    readonly answer: Result<unknown, Problem> | undefined
    readonly onSubmit: () => void
  }
  readonly busy: boolean
  /** What saving would mean; the page asks for the last press. */
  readonly planned: V | undefined
  readonly back: () => void
  readonly save: () => void
  /** Somebody else saved first; what was typed here stays and lies over what they saved. */
  readonly isOvertaken: boolean
  /** As it would be. */
  readonly document: D
}

/** A settings page: what is typed over the document, looked at before it is put, and put from the version that was seen. */
export function useSettings<D, V>(spec: SettingsSpec<D, V>): Settings<D, V> {
  const [planned, setPlanned] = useState<V>()
  const [isOvertaken, setOvertaken] = useState(false)
  const [answer, setAnswer] = useState<Result<unknown, Problem>>()
  const typed = useTyped(spec, async (document, tag) => {
    const got = await spec.put(document, tag)
    if (got.status === 'ok') {
      typed.form.reset()
      setOvertaken(false)
      spec.onSaved(document)
    }
    if (got.status !== 'away') setPlanned(undefined)
    return take(got)
  })
  const { form, scope, document, tag } = typed
  const take = <A extends Result<unknown, Problem>>(got: A): A => {
    setAnswer(got)
    if (got.status === 'refused') form.setErrors(errorsOf(got.problem, { ...typed, ...spec }))
    if (got.status === 'refused' && got.problem.code === 'version-changed' && tag !== null) {
      setOvertaken(true)
      form.set('tag', '')
      spec.reload()
    }
    return got
  }
  const look = useAct(async (_: object) => {
    const got = await spec.look(document, tag)
    if (got.status === 'ok') setPlanned(got.value)
    return take(got)
  })
  const ask = () => {
    const missing = missingIn(spec.questions, scope)
    form.setErrors(missing)
    if (missing.length === 0) void look.run({})
  }
  return {
    scope,
    document,
    form: {
      errors: form.errors,
      attempt: form.attempt,
      busy: look.busy,
      answer: told(answer),
      onSubmit: ask,
    },
    busy: form.busy,
    planned,
    back: () => setPlanned(undefined),
    save: () => form.onSubmit(),
    isOvertaken,
  }
}

const NONE: Edits = {}

/** What is typed, kept in a draft, and laid over the document as it was read. */
function useTyped<D, V>(
  { read, root, draft, start = NONE }: SettingsSpec<D, V>,
  put: (document: D, tag: string | null) => Promise<Result<unknown, Problem>>,
) {
  const form = useForm<{ edits: Edits; tag: string }, Result<unknown, Problem>>({
    initial: { edits: start, tag: '' },
    draft,
    submit: ({ edits: sent, tag: seen }) => put(edited(read.document, sent), tagOf(read, seen)),
  })
  const document = edited(read.document, form.values.edits)
  const tag = tagOf(read, form.values.tag)
  // Several answers of one press follow each other before anything is drawn again.
  let edits = form.values.edits
  const onEdit = (path: string, value: unknown) => {
    if (form.values.tag === '' && read.tag !== null) form.set('tag', read.tag)
    edits = withEdit(edits, path, value)
    form.set('edits', edits)
  }
  return { form, document, tag, scope: documentScope({ document, errors: form.errors, onEdit }, root) }
}

/** Of the version under what was typed first; of the one that was read where nothing was. */
function tagOf({ tag }: Read<unknown>, seen: string): string | null {
  return tag === null ? null : seen || tag
}

// The page says itself what happened, and what to do, when somebody else was first.
function told(answer: Result<unknown, Problem> | undefined) {
  return answer?.status === 'refused' && answer.problem.code === 'version-changed' ? undefined : answer
}

type Place = {
  readonly document: unknown
  readonly tag: string | null
  readonly questions: readonly Question[]
  readonly scope: Scope
}

function errorsOf({ code, errors = [] }: Problem, place: Place): readonly FieldError[] {
  if (code === 'input-not-valid') return errors.map(error => errorAt(error, place))
  // What is to be new meets what is there: only its id can be meant.
  if (code === 'id-taken' || (code === 'version-changed' && place.tag === null))
    return [{ field: 'venueId', message: say('admin.set-venue-id-taken') }]
  return []
}

/** A field that the API did not take, by the question that asks for it; what is on another page is told by its path. */
function errorAt(
  { path, message }: { readonly path: string; readonly message: string },
  { document, questions, scope }: Place,
): FieldError {
  const named = namedPath(document, path)
  const question = questionAt(questions, scope, named)
  if (!question) return { field: named, message: `${path}: ${message}` }
  const own = scope.at(question.path)
  const isWhole = question.kind === 'choice' || question.kind === 'list' || question.kind === 'words'
  return { field: isWhole ? own : named, message: wrong(question, message) }
}
