import type { z } from 'zod'
import { type Problem, problem } from './problem.ts'

type Issue = z.core.$ZodIssue
type InputError = { readonly path: string; readonly message: string }

const MOST_ERRORS = 20

/** Names each wrong field and what is expected of it; no value of the request is repeated. */
export function inputProblem(issues: readonly Issue[], input: unknown): Problem {
  const errors = issues.flatMap(issue => errorsOf(issue, input)).slice(0, MOST_ERRORS)
  return problem('input-not-valid', { extra: { errors } })
}

function errorsOf(issue: Issue, input: unknown): readonly InputError[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({
      path: pathOf([...issue.path, nameOf(key)]),
      message: '受け付けていない項目です。',
    }))
  const missing = valueAt(input, issue.path) === undefined
  return [{ path: pathOf(issue.path), message: missing ? '必ず入力してください。' : messageOf(issue) }]
}

function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_MESSAGES[issue.expected] ?? '値の型が違います。'
    case 'invalid_format':
      return FORMAT_MESSAGES[issue.format] ?? '形式が違います。'
    case 'too_small':
      return sizeMessage(issue.origin, Number(issue.minimum), '以上')
    case 'too_big':
      return sizeMessage(issue.origin, Number(issue.maximum), '以下')
    case 'invalid_value':
    case 'invalid_union':
      return '選べる値ではありません。'
    case 'custom':
      return '使えない文字や組み合わせが含まれています。'
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return '値が正しくありません。'
  }
}

const TYPE_MESSAGES: Readonly<Record<string, string>> = {
  string: '文字列で入力してください。',
  number: '数値で入力してください。',
  int: '整数で入力してください。',
  boolean: 'true か false で入力してください。',
  array: '一覧（配列）で入力してください。',
  object: '項目の組（オブジェクト）で入力してください。',
}

const FORMAT_MESSAGES: Readonly<Record<string, string>> = {
  date: '実在する日付を 2025-04-01 の形で入力してください。',
  datetime: '日時を 2025-04-01T00:00:00.000Z の形で入力してください。',
  email: 'メールアドレスの形が正しくありません。',
  uuid: '番号（UUID）の形が正しくありません。',
}

function sizeMessage(origin: string, bound: number, side: '以上' | '以下'): string {
  if (origin === 'string') return `${bound}文字${side}で入力してください。`
  if (origin === 'array') return `${bound}件${side}で入力してください。`
  return `${bound}${side}で入力してください。`
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
