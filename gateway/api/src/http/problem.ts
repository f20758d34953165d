import type { Code, FieldFault, Titles } from '@asaichi/wording/words.ts'

/** RFC 9457, less what the responder adds: type, instance, and the words of the reader's language. */
export type Problem = {
  readonly status: ProblemStatus
  readonly code: Code
  /** Further members, the facts of the sentence among them; never a value of the request. */
  readonly extra?: object
  readonly errors?: readonly InputError[]
  readonly headers?: Readonly<Record<string, string>>
}
export type ProblemStatus = keyof Titles

/** What is wrong with the field at the dotted path; `bound` where it is too much or too little. */
export type InputError = { readonly path: string; readonly fault: FieldFault; readonly bound?: number }

/** What the front door itself refuses, before or without asking a service. */
export const OWN_PROBLEMS = {
  'request-malformed': 400,
  'json-malformed': 400,
  'idempotency-key-missing': 400,
  'idempotency-key-not-valid': 400,
  'no-session': 401,
  'cross-site': 403,
  'password-change-needed': 403,
  'app-needed': 403,
  'step-up-needed': 403,
  'not-allowed': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'request-timeout': 408,
  'other-person': 409,
  'body-too-large': 413,
  'content-type-not-json': 415,
  'content-encoding-not-supported': 415,
  'expectation-failed': 417,
  'input-not-valid': 422,
  'version-missing': 428,
  'too-many-requests': 429,
  'headers-too-large': 431,
  fault: 500,
  'service-unavailable': 503,
} as const satisfies { readonly [C in Code]?: ProblemStatus }
export type OwnCode = keyof typeof OWN_PROBLEMS

export function problem(code: OwnCode, more: Pick<Problem, 'errors' | 'headers'> = {}): Problem {
  return { status: OWN_PROBLEMS[code], code, ...more }
}

/** `Retry-After` in whole seconds, at least one. */
export function retryAfter(seconds: number): Readonly<Record<string, string>> {
  return { 'retry-after': String(Math.max(1, Math.ceil(seconds))) }
}
