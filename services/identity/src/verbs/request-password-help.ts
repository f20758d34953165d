import { emit } from '@asaichi/bus/emit.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import {
  passwordHelpAsked,
  type requestPasswordHelp as request,
} from '@asaichi/contract/identity/password.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { HELPS_PER_HOUR, HELPS_PER_SOURCE } from '../domain/limits.ts'
import { isEnough, isSamePerson } from '../domain/password-help.ts'
import { chargeAttempt } from '../store/attempts.ts'
import { findOffice } from '../store/cities.ts'
import { countRecentHelps, endHelpsOf, insertHelp } from '../store/password-helps.ts'
import { findClaimed, lockPerson } from '../store/persons.ts'

type Input = z.output<(typeof request)['input']>

/** S9: the same statements, the same fact and the same answer, whoever was meant; the old password stays until a new one is set. */
export async function requestPasswordHelp(
  context: Context,
  input: Input,
): Promise<OutcomeOf<typeof request>> {
  const { db, secrets } = context
  const { cityId } = input
  const city = await findOffice(db, cityId)
  if (!city) return refuse('unknown-city')
  if (!isEnough(input, city.loginKinds)) return refuse('number-needed')
  const source = { bucket: secrets.bucket('help-source', input.source), budget: HELPS_PER_SOURCE }
  const spent = await chargeAttempt(db, source)
  if (spent.count > source.budget.most)
    return refuse('too-many-attempts', { retryAfterSeconds: spent.retryAfterSeconds })
  const personId = await matchingPerson(context, input)
  await recordHelp(context, { cityId, personId })
  return done({})
}

async function matchingPerson({ db }: Context, input: Input): Promise<string | undefined> {
  const known = await findClaimed(db, input)
  return known && isSamePerson(input, known) ? known.personId : undefined
}

/** V3: beyond a person's hour no further mail goes out, and the newest one mailed stays the one that counts. */
async function recordHelp(
  { db }: Context,
  { cityId, personId }: { readonly cityId: string; readonly personId: string | undefined },
): Promise<void> {
  const helpId = newId()
  // Nobody has this id, so the statements cost what they cost for somebody.
  const locked = personId ?? newId()
  await db.transaction().execute(async tx => {
    await lockPerson(tx, locked)
    const isMailed = (await countRecentHelps(tx, locked)) < HELPS_PER_HOUR
    await endHelpsOf(tx, isMailed ? locked : newId())
    await insertHelp(tx, { helpId, cityId, personId: (isMailed && personId) || null })
    await emit(tx, passwordHelpAsked, { aggregateId: helpId, version: 1, data: { helpId, cityId } })
  })
}
