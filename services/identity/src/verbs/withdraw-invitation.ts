import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { withdrawInvitation as request } from '@asaichi/contract/identity/team.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { mayGive, maySeeTeam } from '../domain/team.ts'
import { recordAct } from '../store/audit.ts'
import { endInvitation } from '../store/invitations.ts'

/** The link is dead at once, and so is its mail where it has not gone out. */
export async function withdrawInvitation(
  { db }: Context,
  { actor, cityId, invitationId }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  if (!maySeeTeam(actor, cityId)) return refuse('not-found')
  const tx = await db.startTransaction().execute()
  const role = await endInvitation(tx, { cityId, invitationId })
  if (role === undefined || !mayGive(actor, { cityId, role })) {
    await tx.rollback().execute()
    return refuse(role === undefined ? 'not-found' : 'not-allowed')
  }
  await recordAct(tx, { ...actor, cityId }, { act: 'withdraw-invitation', subjectId: invitationId, role })
  await tx.commit().execute()
  return done({})
}
