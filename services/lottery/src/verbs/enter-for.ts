import type { Call } from '@asaichi/bus/call.ts'
import { type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { enterFor as enterForRequest } from '@asaichi/contract/lottery/staff.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { findPermission, findVenuesOffering } from '../store/copies.ts'
import type { Tables } from '../store/schema.ts'
import { enterLottery } from './enter-lottery.ts'

type Parts = { readonly db: Kysely<Tables>; readonly call: Call }

/** G13, 代理: the caller's entry under the caller's rules; only the key is of the staff member who pressed. */
export async function enterFor(
  parts: Parts,
  { actor, personId, key, form }: z.output<typeof enterForRequest.input>,
): Promise<OutcomeOf<typeof enterForRequest>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const { cityId } = actor
  const { db } = parts
  const venues = await findVenuesOffering(
    db,
    form.wishes.map(({ listingId }) => listingId),
  )
  if (venues.some(venue => venue.cityId !== cityId)) return refuse('unknown-listing')
  if (!(await findPermission(db, { personId, cityId }))) return refuse('not-found')
  return enterLottery(parts, {
    actor: { personId, role: 'resident', cityId },
    // Keys are kept by person, and the caller's own browser may have made the same one.
    key: `staff ${actor.personId} ${key}`,
    form,
    enteredByPerson: actor.personId,
  })
}
