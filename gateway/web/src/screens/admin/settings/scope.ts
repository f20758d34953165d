import type { FieldError } from '../../../forms/use-form.ts'
import type { Message } from '../../../i18n/message.ts'
import { valueAt, withValue } from './document.ts'

/** Where a question reads and leaves its answer: the document, or one item of a list in it. */
export type Scope = {
  readonly get: (path: string) => unknown
  readonly set: (path: string, value: unknown) => void
  /** The whole path, which names the field to the API and on the page. */
  readonly at: (path: string) => string
  readonly error: (path: string) => Message | undefined
}

type Whole = {
  readonly document: unknown
  readonly errors: readonly FieldError[]
  readonly onEdit: (path: string, value: unknown) => void
}

/** The document from `root` on, which ends in a point or is empty. */
export function documentScope({ document, errors, onEdit }: Whole, root: string): Scope {
  const at = (path: string) => `${root}${path}`
  return {
    at,
    get: path => valueAt(document, at(path)),
    set: (path, value) => onEdit(at(path), value),
    error: path => errors.find(({ field }) => field === at(path))?.message,
  }
}

/** One item of the list at `path`. A change of it is a change of the whole list, whose items have no other name than their place. */
export function itemScope(scope: Scope, path: string, nr: number): Scope {
  const inside = (rest: string) => `${path}.${nr}.${rest}`
  return {
    at: rest => scope.at(inside(rest)),
    get: rest => scope.get(inside(rest)),
    set: (rest, value) => scope.set(path, withValue(scope.get(path), `${nr}.${rest}`, value)),
    error: rest => scope.error(inside(rest)),
  }
}
