import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { listTeam as request } from '@asaichi/contract/identity/team.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { maySeeTeam } from '../domain/team.ts'
import { selectInvitations } from '../store/invitations.ts'
import { selectTeam } from '../store/team.ts'

/** Who works for a city, and who is invited to. */
export async function listTeam(
  { db }: Context,
  { actor, cityId }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  if (!maySeeTeam(actor, cityId)) return refuse(actor.role === 'resident' ? 'not-allowed' : 'not-found')
  const [members, invitations] = await Promise.all([selectTeam(db, cityId), selectInvitations(db, cityId)])
  return done({ members: [...members], invitations })
}
