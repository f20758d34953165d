import type { Call } from '@asaichi/bus/call.ts'
import { emit } from '@asaichi/bus/emit.ts'
import { localDateOf } from '@asaichi/calendar/instant.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { allowHold as request } from '@asaichi/contract/reservation/hold-requests.ts'
import { staffActed } from '@asaichi/contract/reservation/reservation.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { allowRequest, findHoldRequest } from '../store/hold-requests.ts'
import type { Tables } from '../store/schema.ts'
import { ownAccounts } from './own-accounts.ts'

type Parts = { readonly db: Kysely<Tables>; readonly call: Call }

/** P7: a second person, who is not the first under another account; nothing is held until the first presses again. */
export async function allowHold(
  { db, call }: Parts,
  { actor, requestId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const seen = await findHoldRequest(db, requestId)
  if (seen?.cityId !== actor.cityId) return refuse('not-found')
  const { askedBy, cityId } = seen
  if (askedBy === actor.personId) return refuse('own-request')
  // Asked outside the transaction, so that no lock waits for another service.
  if ((await ownAccounts(call, actor, [askedBy])).has(askedBy)) return refuse('own-request')
  return db.transaction().execute(async tx => {
    const at = await townNow(tx)
    if (seen.day !== localDateOf(at)) return refuse('not-found')
    if (await allowRequest(tx, requestId, { by: actor.personId, at }))
      await emit(tx, staffActed, {
        aggregateId: requestId,
        version: 1,
        data: { act: 'allow-hold', staffId: actor.personId, cityId, personId: askedBy, aboutId: requestId },
      })
    return done({})
  })
}
