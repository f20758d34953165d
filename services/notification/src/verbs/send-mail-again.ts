import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { sendMailAgain as request } from '@asaichi/contract/notification/mails.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { reviveMail } from '../store/mails.ts'
import type { Tables } from '../store/schema.ts'

/** A clerk's second try of what was given up, or a try at once of what waits. The facts are asked for anew, so it tells what is true then. */
export async function sendMailAgain(
  db: Kysely<Tables>,
  { actor, mailId }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const before = await db.transaction().execute(tx => reviveMail(tx, { mailId, cityId: actor.cityId }))
  switch (before) {
    case 'failed':
    case 'waiting':
    case 'to-tell':
      return done({})
    case 'sent':
    case 'dropped':
    case 'told':
      return refuse('nothing-to-send')
    case undefined:
      return refuse('not-found')
  }
}
