import type { FieldFault } from '@asaichi/wording/words.ts'
import type { z } from 'zod'
import { type InputError, type Problem, problem } from './problem.ts'

type Issue = z.core.$ZodIssue

const MOST_ERRORS = 20

/** Names each wrong field and what is expected of it; no value of the request is repeated. */
export function inputProblem(issues: readonly Issue[], input: unknown): Problem {
  const errors = issues.flatMap(issue => errorsOf(issue, input)).slice(0, MOST_ERRORS)
  return problem('input-not-valid', { errors })
}

/** Names each field that nobody knows. */
export function unknownProblem(paths: readonly (readonly PropertyKey[])[]): Problem {
  const errors = paths.slice(0, MOST_ERRORS).map(path => unknownAt(path))
  return problem('input-not-valid', { errors })
}

function unknownAt(path: readonly PropertyKey[]): InputError {
  return { path: pathOf([...path.slice(0, -1), nameOf(String(path.at(-1)))]), fault: 'unknown' }
}

function errorsOf(issue: Issue, input: unknown): readonly InputError[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => unknownAt([...issue.path, key]))
  const missing = valueAt(input, issue.path) === undefined
  return [{ path: pathOf(issue.path), ...(missing ? { fault: 'missing' } : faultOf(issue)) }]
}

function faultOf(issue: Issue): Omit<InputError, 'path'> {
  switch (issue.code) {
    case 'invalid_type':
      return { fault: TYPES.find(type => type === issue.expected) ?? 'type' }
    case 'invalid_format':
      return { fault: FORMATS.find(format => format === issue.format) ?? 'format' }
    case 'too_small':
      return { fault: `least-${unitOf(issue.origin)}`, bound: Number(issue.minimum) }
    case 'too_big':
      return { fault: `most-${unitOf(issue.origin)}`, bound: Number(issue.maximum) }
    case 'invalid_value':
    case 'invalid_union':
      return { fault: 'choice' }
    case 'custom':
      return { fault: 'custom' }
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return { fault: 'value' }
  }
}

// What zod calls them.
const TYPES = [
  'string',
  'number',
  'int',
  'boolean',
  'array',
  'object',
] as const satisfies readonly FieldFault[]
const FORMATS = ['date', 'datetime', 'email', 'uuid'] as const satisfies readonly FieldFault[]

function unitOf(origin: string): 'letters' | 'items' | 'number' {
  if (origin === 'string') return 'letters'
  return origin === 'array' ? 'items' : 'number'
}

// A key is the client's own text: only what looks like a name of a field is repeated.
function nameOf(key: string): string {
  return /^[A-Za-z][A-Za-z0-9-]{0,39}$/.test(key) ? key : '?'
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('.')
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Object.getOwnPropertyDescriptor(value, key)?.value
        : undefined,
    input,
  )
}
