import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { getOwnData as request } from '@asaichi/contract/identity/own-data.ts'
import { ActOnPerson } from '@asaichi/contract/identity/profile.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { selectActs } from '../store/audit.ts'
import { findRegistration } from '../store/own-data.ts'
import { selectOwnSessions } from '../store/sessions.ts'
import { getProfile } from './get-profile.ts'
import { byWhom } from './list-acts.ts'
import { stepUp } from './step-up.ts'

const MOST_ACTS = 1_000

/** V10 */
export async function getOwnData(
  context: Context,
  input: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  const { db } = context
  const { actor } = input
  const { personId } = actor
  const allowed = await stepUp(context, input)
  if (!allowed.ok) return allowed
  const profile = await getProfile(context, { actor })
  if (!profile.ok) return profile
  const acts = await selectActs(db, { subjectId: personId, after: undefined, limit: MOST_ACTS })
  const sessions = await selectOwnSessions(db, personId)
  return done({
    profile: profile.value,
    ...(await findRegistration(db, personId)),
    sessions: sessions.map(({ cityId, since, until }) => ({ cityId, since, until })),
    acts: acts.map(({ at, act, actorId, cityId }) => ({
      at,
      act: ActOnPerson.parse(act),
      by: byWhom(actorId, personId),
      cityId,
    })),
  })
}
