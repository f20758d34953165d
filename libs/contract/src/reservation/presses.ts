import { z } from 'zod'
import { type OutcomeOf, request } from '../define.ts'
import { apply } from './reservation.ts'

/** The answer of a message waits for its slowest press, so a message holds no more than this. */
export const MOST_PRESSES = 64

/**
 * Presses that arrived together, in their order, for the same desks as `apply`: one message costs the bus as much as one
 * press. Each has its own answer, in the order of the attempts.
 */
export const applyMany = request('reservation.call.apply-many.v1', {
  input: z.object({ attempts: z.array(apply.input).min(1).max(MOST_PRESSES) }),
  output: z.object({ answers: z.array(answer()) }),
  refusals: {},
})

/** What `apply` answers, as one document. */
function answer(): z.ZodType<OutcomeOf<typeof apply>> {
  const [first, ...others] = Object.entries(apply.refusals).map(([code, detail]) =>
    z.object({ code: z.literal(code), detail }),
  )
  if (!first) throw new Error('apply lists no refusals')
  const schema = z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: apply.output }),
    z.object({ ok: z.literal(false), refusal: z.discriminatedUnion('code', [first, ...others]) }),
  ])
  // Safe: the codes and details are the very table the outcome's type is made of.
  return schema as unknown as z.ZodType<OutcomeOf<typeof apply>>
}
