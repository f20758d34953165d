import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { markTold as request } from '@asaichi/contract/notification/mails.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { findLetter, tellLetter } from '../store/letters.ts'
import { tellAct } from './tell-act.ts'

/** W6: crosses a person off the list of those to be told; of two clerks at once, the first one told. */
export async function markTold(
  { db }: Pick<Context, 'db'>,
  { actor, mailId, by }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const key = { mailId, cityId: actor.cityId }
  return db.transaction().execute(async tx => {
    const isTold = await tellLetter(tx, key, by)
    const found = await findLetter(tx, key)
    if (!found) return refuse('not-found')
    if (found.status !== 'told') return refuse('nothing-to-tell')
    if (isTold && found.personId !== null)
      await tellAct(tx, { actor, act: 'tell-person', mailId, personId: found.personId })
    return done({})
  })
}
