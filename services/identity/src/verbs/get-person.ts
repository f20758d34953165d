import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getPerson as request } from '@asaichi/contract/identity/staff.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { recordView } from '../store/audit.ts'
import { findPersonOfCity } from '../store/people.ts'
import { personFiles } from './person-files.ts'

/** T9, V4: reading a person's data is an act on the account; one page that refreshes itself is one look. */
export async function getPerson(
  { db }: Context,
  { actor, personId }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const { cityId } = actor
  return db.transaction().execute(async tx => {
    const person = await findPersonOfCity(tx, { personId, cityId })
    const [file] = person ? await personFiles(tx, cityId, [person]) : []
    if (!file) return refuse('not-found')
    await recordView(tx, actor, personId)
    return done(file)
  })
}
