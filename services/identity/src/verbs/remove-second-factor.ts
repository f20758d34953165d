import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { removeSecondFactor as request } from '@asaichi/contract/identity/second-factor.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { mayGive, maySeeTeam } from '../domain/team.ts'
import { recordAct } from '../store/audit.ts'
import { endChallengesOf } from '../store/challenges.ts'
import { lockPerson } from '../store/persons.ts'
import { forgetApp } from '../store/second-factors.ts'
import { findMember } from '../store/team.ts'
import { endSessions } from './end-sessions.ts'
import { tellFactor } from './tell-factor.ts'

/** M9: who lost the phone logs in by mail again and sets up another; a session that the phone may still hold ends. */
export async function removeSecondFactor(
  { db }: Context,
  { actor, cityId, personId }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  if (!maySeeTeam(actor, cityId)) return refuse('not-found')
  if (actor.personId === personId) return refuse('own-factor')
  return db.transaction().execute(async tx => {
    await lockPerson(tx, personId)
    const member = await findMember(tx, { cityId, personId })
    if (!member) return refuse('not-found')
    if (!mayGive(actor, { cityId, role: member.role })) return refuse('not-allowed')
    await endChallengesOf(tx, personId)
    if (!(await forgetApp(tx, personId))) return refuse('no-factor')
    await endSessions(tx, personId)
    await recordAct(tx, { ...actor, cityId }, { act: 'remove-second-factor', subjectId: personId })
    await tellFactor(tx, { personId, cityId, change: 'removed' })
    return done({})
  })
}
