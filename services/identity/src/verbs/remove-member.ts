import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { removeMember as request } from '@asaichi/contract/identity/team.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { recordAct } from '../store/audit.ts'
import { isStaffAnywhere } from '../store/persons.ts'
import { forgetApp } from '../store/second-factors.ts'
import { giveRole } from '../store/team.ts'
import { changeTeam } from './change-team.ts'

/** Off the team, a resident from now on; whose login is that of a resident again where no other city is worked for (M9). */
export async function removeMember(
  { db }: Context,
  { actor, ...key }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  const { cityId, personId } = key
  return changeTeam(db, { actor, ...key, leavesAs: 'resident' }, async (tx, { role }) => {
    await giveRole(tx, { ...key, role: 'resident' })
    if (!(await isStaffAnywhere(tx, personId))) await forgetApp(tx, personId)
    await recordAct(tx, { ...actor, cityId }, { act: 'remove-member', subjectId: personId, role })
    return done({})
  })
}
