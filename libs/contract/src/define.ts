import { z } from 'zod'

export const SERVICES = [
  'identity',
  'catalog',
  'reservation',
  'lottery',
  'notification',
  'lock',
  'town',
] as const
export type Service = (typeof SERVICES)[number]

/** The refusals a request may answer with: code -> the shape of its detail. */
export type Refusals = Readonly<Record<string, z.ZodType<object>>>
export type RefusalOf<R extends Refusals> = {
  readonly [C in keyof R & string]: { readonly code: C; readonly detail: z.output<R[C]> }
}[keyof R & string]

/** What a decision or a call ends with: a value, or an expected refusal. A fault is thrown instead. */
export type Outcome<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal }

/** A question to one service: answered with its output or one of its listed refusals. */
export type Request<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  R extends Refusals = Refusals,
> = {
  readonly subject: string
  readonly service: Service
  readonly input: I
  readonly output: O
  readonly refusals: R
}
export type OutcomeOf<Q extends Request> = Outcome<z.output<Q['output']>, RefusalOf<Q['refusals']>>

/** A fact in the past tense: any listeners, delivered at least once. */
export type Event<D extends z.ZodType = z.ZodType> = {
  readonly subject: string
  readonly service: Service
  readonly data: D
  /** A whole document rather than a change: the newest one of each aggregate is kept for ever, for consumers born later. */
  readonly snapshot: boolean
}

type CallSubject = `${Service}.call.${string}.v${number}`
type EventSubject = `${Service}.event.${string}.v${number}`

export function request<I extends z.ZodType, O extends z.ZodType, R extends Refusals>(
  subject: CallSubject,
  shape: { readonly input: I; readonly output: O; readonly refusals: R },
): Request<I, O, R> {
  return { subject, service: serviceOf(subject), ...shape }
}

export function event<D extends z.ZodType>(subject: EventSubject, data: D): Event<D> {
  return { subject, service: serviceOf(subject), data, snapshot: false }
}

export function snapshot<D extends z.ZodType>(subject: EventSubject, data: D): Event<D> {
  return { ...event(subject, data), snapshot: true }
}

export function done<const V>(value: V): { readonly ok: true; readonly value: V } {
  return { ok: true, value }
}

export function refuse<const C extends string>(
  code: C,
): { readonly ok: false; readonly refusal: { readonly code: C; readonly detail: Record<never, never> } }
export function refuse<const C extends string, const D extends object>(
  code: C,
  detail: D,
): { readonly ok: false; readonly refusal: { readonly code: C; readonly detail: D } }
export function refuse(code: string, detail: object = {}) {
  return { ok: false, refusal: { code, detail } }
}

/** The detail of a refusal that has nothing to add to its code. */
/** Facts are applied one by one, so a fact may name this many things that came true together, and no more. */
export const MOST_TOLD_TOGETHER = 500

export const bare = z.object({})
/** Also where something exists that the actor may not know of. */
export const notFound = { 'not-found': bare }
export const staffOnly = { 'not-allowed': bare, 'not-found': bare }

function serviceOf(subject: string): Service {
  return z.enum(SERVICES).parse(subject.split('.')[0])
}
