import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { inviteOperator as request } from '@asaichi/contract/identity/team.ts'
import { INSTALLATION } from '@asaichi/contract/installation.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { recordStranger } from '../store/audit.ts'
import { replaceInvitation } from '../store/invitations.ts'
import { isOnTeam } from '../store/team.ts'

/** A link for an operator, told to the one at the machine; a new one ends the one before. */
export async function inviteOperator(
  { db, secrets }: Context,
  { mail }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  const invited = { cityId: INSTALLATION, mail, role: 'operator', language: 'ja' } as const
  if (await isOnTeam(db, invited)) return refuse('in-team-already')
  return db.transaction().execute(async tx => {
    const { invitationId, expiresAt } = await replaceInvitation(tx, { invitationId: newId(), ...invited })
    const { cityId, role } = invited
    await recordStranger(tx, { act: 'invite-member', subjectId: invitationId, cityId, role })
    return done({ token: secrets.invitationToken(invitationId), expiresAt })
  })
}
