import { emit } from '@asaichi/bus/emit.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { passwordHelpAsked } from '@asaichi/contract/identity/password.ts'
import type { sendPasswordHelp as request } from '@asaichi/contract/identity/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { HELPS_PER_HOUR } from '../domain/limits.ts'
import { recordAct } from '../store/audit.ts'
import { countRecentHelps, endHelpsOf, insertHelp } from '../store/password-helps.ts'
import { serve } from './serve.ts'

const HOUR_SECONDS = 3_600

/** S9: what the person could ask on the login page, for who calls instead; within the same hour's limit, and on the log. */
export async function sendPasswordHelp(
  { db }: Context,
  { actor, personId }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  return serve(db, { actor, personId }, async (tx, person) => {
    if (person.mail === null) return refuse('no-mail')
    if ((await countRecentHelps(tx, personId)) >= HELPS_PER_HOUR)
      return refuse('too-many-attempts', { retryAfterSeconds: HOUR_SECONDS })
    const helpId = newId()
    const { cityId } = actor
    await endHelpsOf(tx, personId)
    await insertHelp(tx, { helpId, cityId, personId })
    await recordAct(tx, actor, { act: 'send-password-help', subjectId: personId })
    await emit(tx, passwordHelpAsked, { aggregateId: helpId, version: 1, data: { helpId, cityId } })
    return done({})
  })
}
