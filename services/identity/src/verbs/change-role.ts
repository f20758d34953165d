import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { changeRole as request } from '@asaichi/contract/identity/team.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { mayGive } from '../domain/team.ts'
import { recordAct } from '../store/audit.ts'
import { giveRole } from '../store/team.ts'
import { changeTeam } from './change-team.ts'

/** The role a member has already is given without a word in the log. */
export async function changeRole(
  { db }: Context,
  { actor, role, ...key }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  const { cityId, personId } = key
  if (!mayGive(actor, { cityId, role })) return refuse(actor.cityId === cityId ? 'not-allowed' : 'not-found')
  return changeTeam(db, { actor, ...key, leavesAs: role }, async (tx, member) => {
    if (member.role === role) return done(member)
    await giveRole(tx, { ...key, role })
    await recordAct(tx, { ...actor, cityId }, { act: 'change-role', subjectId: personId, role })
    return done({ ...member, role })
  })
}
