import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import { ActOnPerson, type listActs as request } from '@asaichi/contract/identity/profile.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { selectActs } from '../store/audit.ts'

/** V4: what was done to one's own account and, by staff, to one's bookings, newest first; who of the staff it was is for the city to say. */
export async function listActs(
  { db }: Context,
  { actor, after, limit }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  const rows = await selectActs(db, { subjectId: actor.personId, after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return done({
    items: page.map(({ at, act, actorId, cityId, aboutId }) => ({
      at,
      act: ActOnPerson.parse(act),
      by: byWhom(actorId, actor.personId),
      cityId,
      reservationId: act === 'enter-for' ? null : aboutId,
      entryId: act === 'enter-for' ? aboutId : null,
    })),
    next: last ? String(last.seq) : null,
  })
}

export function byWhom(actorId: string | null, personId: string): 'self' | 'staff' | 'unknown' {
  if (actorId === null) return 'unknown'
  return actorId === personId ? 'self' : 'staff'
}
