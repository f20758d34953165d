import type { Call } from '@asaichi/bus/call.ts'
import { type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { applyFor as request } from '@asaichi/contract/reservation/staff.ts'
import { currentTrace } from '@asaichi/service/trace.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { attemptOf } from '../desk/attempt-of.ts'
import { heard } from '../desk/held.ts'
import { isKnownIn } from '../store/copies.ts'
import { ownAccounts } from './own-accounts.ts'

/** G13, 代理: the same desk and rules as the caller's own press; only the key is of the staff member who pressed. */
export async function applyFor(
  { db, desks, listings, call }: Pick<Context, 'db' | 'desks' | 'listings'> & { readonly call: Call },
  { actor, personId, key, application }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const bookable = await listings.find(application.listingId)
  if (!bookable || bookable.venue.cityId !== actor.cityId) return refuse('unknown-listing')
  if (!(await isKnownIn(db, personId, actor.cityId))) return refuse('not-found')
  if ((await ownAccounts(call, actor, [personId])).has(personId)) return refuse('own-booking')
  const day = { venueId: bookable.venue.venueId, date: application.date }
  const attempt = attemptOf({
    personId,
    cityId: actor.cityId,
    // Keys are kept by person, and the caller's own browser may have made the same one.
    key: `staff ${actor.personId} ${key}`,
    application,
    bookedByPerson: actor.personId,
    trace: currentTrace(),
  })
  return await heard(desks.submit(day, attempt))
}
