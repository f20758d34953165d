import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { approveMany as request } from '@asaichi/contract/reservation/staff.ts'
import type { z } from 'zod'
import { approve } from './approve.ts'

type Answer = z.output<typeof request.output>
type Item = Answer['items'][number]

/** T3: one transaction each, so that days are never locked in crossed order and one refusal stops nothing. */
export async function approveMany(
  asking: Parameters<typeof approve>[0],
  { actor, items }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const answered: Item[] = []
  for (const item of items) {
    const { reservationId } = item
    const outcome = await approve(asking, { actor, ...item })
    if (outcome.ok) answered.push({ reservationId, outcome: 'approved', reservation: outcome.value })
    else if (outcome.refusal.code === 'not-allowed') return refuse('not-allowed')
    else answered.push({ reservationId, outcome: outcome.refusal.code, reservation: null })
  }
  return done({ items: answered })
}
