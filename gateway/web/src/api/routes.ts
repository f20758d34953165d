import type { RefusalOf, Refusals } from '@asaichi/contract/define.ts'
import type { OwnCode } from '@asaichi/gateway-api/http/problem.ts'
import type { AnyRoute } from '@asaichi/gateway-api/routes/all.ts'
import type { z } from 'zod'

// Types alone: nothing of the API's code reaches a browser.
export type Method = AnyRoute['method']
export type PathOf<M extends Method> = Extract<AnyRoute, { readonly method: M }>['path']
export type RouteAt<M extends Method, P extends string> = Extract<
  AnyRoute,
  { readonly method: M; readonly path: P }
>

type Part<R, K extends string> = R extends { readonly [_ in K]: infer S extends z.ZodType } ? S : never

/** What a request to the route must carry besides its path. */
export type Sent<R> = ParamsOf<R> & QueryOf<R> & BodyOf<R> & KeyOf<R> & VersionOf<R> & Manner
type ParamsOf<R> = [Part<R, 'params'>] extends [never]
  ? unknown
  : { readonly params: Readonly<z.input<Part<R, 'params'>>> }
type BodyOf<R> = [Part<R, 'body'>] extends [never] ? unknown : { readonly body: z.input<Part<R, 'body'>> }
type KeyOf<R> = [Part<R, 'key'>] extends [never] ? unknown : { readonly key: string }
/** From which version it is put. */
export type FromVersion = { readonly 'if-match': string } | { readonly 'if-none-match': '*' }
type VersionOf<R> = R extends { readonly fromVersion: true } ? { readonly headers: FromVersion } : unknown
type QueryOf<R> = [Part<R, 'query'>] extends [never]
  ? unknown
  : Record<never, never> extends Query<Part<R, 'query'>>
    ? { readonly query?: Query<Part<R, 'query'>> | undefined }
    : { readonly query: Query<Part<R, 'query'>> }

// A query is text, but a screen holds numbers and lists: the values the schema makes of it, optional where its input is.
type Query<S extends z.ZodType> = {
  readonly [K in keyof z.input<S>]:
    | (K extends keyof z.output<S> ? Given<z.output<S>[K]> : never)
    | (undefined extends z.input<S>[K] ? undefined : never)
}
type Given<T> = T extends readonly (infer E)[] ? readonly E[] : T

type Manner = {
  /** May outlive the page that sends it. */
  readonly keepalive?: boolean
  readonly signal?: AbortSignal | undefined
  readonly deadlineMs?: number | undefined
}

/** What the route answers with. */
export type ValueOf<R> = [Part<R, 'shows'>] extends [never]
  ? R extends { readonly answers: { readonly output: infer O extends z.ZodType } }
    ? z.output<O>
    : never
  : z.output<Part<R, 'shows'>>

type Told = { readonly status: number; readonly detail: string }
type RefusalProblem<F> = F extends { readonly code: infer C extends string; readonly detail: infer D }
  ? Told & { readonly code: C } & Omit<D, 'status'> &
      (D extends { readonly status: infer S } ? { readonly currentStatus: S } : unknown)
  : never

/** A field the API did not take; `path` is dotted as in the body. */
export type InputError = { readonly path: string; readonly message: string }
type OwnProblem = Told & { readonly code: OwnCode; readonly errors?: readonly InputError[] }

/** Why the route refused: its own refusals with their details, or the front door's. */
export type ProblemOf<R> =
  | OwnProblem
  | (R extends { readonly answers: { readonly refusals: infer F extends Refusals } }
      ? RefusalProblem<RefusalOf<F>>
      : never)
/** Every code any route refuses with. */
export type ProblemCode = ProblemOf<AnyRoute>['code']
/** A problem of whatever route: code, status and the detail's fields by name. */
export type AnyProblem = Told & { readonly code: string; readonly errors?: readonly InputError[] }
