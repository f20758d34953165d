import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getInvitation as request } from '@asaichi/contract/identity/team.ts'
import type { Context } from '../context.ts'
import { findLiveInvitation } from '../store/invitations.ts'
import { isMailTaken } from '../store/persons.ts'

/** Whoever has the link has the mailbox, so they may learn that it has an account. */
export async function getInvitation(
  { db, secrets }: Context,
  { token }: { readonly token: string },
): Promise<OutcomeOf<typeof request>> {
  const invitationId = secrets.invitationOf(token)
  const invited = invitationId && (await findLiveInvitation(db, invitationId))
  if (!invited) return refuse('token-not-valid')
  const { cityId, role, mail, expiresAt } = invited
  return done({ cityId, role, mail, expiresAt, hasAccount: await isMailTaken(db, mail) })
}
