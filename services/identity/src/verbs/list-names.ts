import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { listNames as request } from '@asaichi/contract/identity/staff.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { recordView } from '../store/audit.ts'
import { selectNames } from '../store/names.ts'

/** T3: names for a list of bookings. Not told to each person (V4): a whole queue is looked at, and none of them is opened; a telephone number is. */
export async function listNames(
  { db }: Context,
  { actor, personIds, phones }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  return db.transaction().execute(async tx => {
    const people = await selectNames(tx, actor.cityId, personIds)
    if (!phones) return done({ items: people.map(person => ({ ...person, phone: null })) })
    for (const { personId } of people) await recordView(tx, actor, personId)
    return done({ items: people })
  })
}
