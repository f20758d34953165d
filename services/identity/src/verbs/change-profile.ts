import { localDateOf } from '@asaichi/calendar/instant.ts'
import { type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { changeProfile as request } from '@asaichi/contract/identity/profile.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { isPossibleBirthDate } from '../domain/age.ts'
import { recordAct } from '../store/audit.ts'
import { isUnderReview } from '../store/permissions.ts'
import { lockPerson, saveProfile } from '../store/persons.ts'
import { getProfile } from './get-profile.ts'
import { whileStopped } from './while-stopped.ts'

type Input = z.output<(typeof request)['input']>

/** M7: what a return asked for can be put right; who one is, only while no city looks at it or has confirmed it. */
export async function changeProfile(
  context: Context,
  { actor, changes }: Input,
): Promise<OutcomeOf<typeof request>> {
  const { db } = context
  const { personId } = actor
  const stopped = actor.role === 'resident' && (await whileStopped(db, actor.cityId))
  if (stopped) return stopped
  const { birthDate } = changes
  if (birthDate !== undefined && !isPossibleBirthDate(birthDate, localDateOf(await townNow(db))))
    return refuse('birth-date-impossible')
  const isAllowed = await db.transaction().execute(async tx => {
    await lockPerson(tx, personId)
    if (tellsWhoOneIs(changes) && (await isUnderReview(tx, personId))) return false
    await saveProfile(tx, personId, changes)
    await recordAct(tx, actor, { act: 'change-profile', subjectId: personId })
    return true
  })
  return isAllowed ? getProfile(context, { actor }) : refuse('identity-confirmed')
}

function tellsWhoOneIs({ name, kana, birthDate }: Input['changes']): boolean {
  return [name, kana, birthDate].some(each => each !== undefined)
}
