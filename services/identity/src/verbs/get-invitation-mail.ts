import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getInvitationMail as request } from '@asaichi/contract/identity/team.ts'
import type { Context } from '../context.ts'
import { findLiveInvitation } from '../store/invitations.ts'

/** D12: the address and the link are read when the mail goes out. Nobody’s name is known yet, so the address stands for it. */
export async function getInvitationMail(
  { db, secrets }: Context,
  { invitationId }: { readonly invitationId: string },
): Promise<OutcomeOf<typeof request>> {
  const invited = await findLiveInvitation(db, invitationId)
  if (!invited) return refuse('not-found')
  const { invitationId: _, ...facts } = invited
  return done({ ...facts, name: invited.mail, token: secrets.invitationToken(invitationId) })
}
