import { z } from 'zod'
import { bare, type OutcomeOf, request } from '../define.ts'
import { apply } from './reservation.ts'

/** The answer of a message waits for its slowest press, so a message holds no more than this. */
export const MOST_PRESSES = 64

/** Of one press alone: it is none, or it met a fault. */
export type PressFault = {
  readonly ok: false
  readonly refusal: { readonly code: 'malformed' | 'fault'; readonly detail: object }
}
/** What `apply` answers, or a fault of this press. */
export type PressAnswer = OutcomeOf<typeof apply> | PressFault
export const PressAnswer = answer()

/**
 * Presses that arrived together, in their order, for the same desks as `apply`: one message costs the bus as much as one
 * press. Each has its own answer, in the order of the attempts, and nothing about one changes another's: whoever takes the message
 * reads each press by itself, and whoever gets the answers reads each by itself, with `apply.input` and `PressAnswer`.
 * `withinMs`: what is not decided by then is `busy`, and the same key tells later.
 */
export const applyMany = request('reservation.call.apply-many.v1', {
  input: z.object({
    attempts: z.array(unread<z.input<typeof apply.input>>()).min(1).max(MOST_PRESSES),
    withinMs: z.int().min(1).optional(),
    /** W3C `traceparent` of each press that is traced, by its place among the attempts. */
    traces: z.record(z.string(), z.string().max(64)).optional(),
  }),
  output: z.object({ answers: z.array(unread<PressAnswer>()) }),
  refusals: {},
})

/** Anything; typed, so that honest senders are checked by the compiler. */
function unread<T>() {
  return z.custom<T>(() => true)
}

function answer(): z.ZodType<PressAnswer> {
  const refusals = Object.entries(apply.refusals).map(([code, detail]) =>
    z.object({ code: z.literal(code), detail }),
  )
  const faults = z.object({ code: z.enum(['malformed', 'fault']), detail: bare })
  const schema = z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: apply.output }),
    z.object({ ok: z.literal(false), refusal: z.discriminatedUnion('code', [faults, ...refusals]) }),
  ])
  // Safe: the codes and details are the very table the outcome's type is made of.
  return schema as unknown as z.ZodType<PressAnswer>
}
