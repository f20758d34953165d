import { emit } from '@asaichi/bus/emit.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { memberInvited, type invite as request } from '@asaichi/contract/identity/team.ts'
import { INSTALLATION } from '@asaichi/contract/installation.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { INVITATIONS_PER_CITY } from '../domain/limits.ts'
import { mayGive, maySeeTeam } from '../domain/team.ts'
import { chargeAttempt } from '../store/attempts.ts'
import { recordAct } from '../store/audit.ts'
import { findCity } from '../store/cities.ts'
import { replaceInvitation } from '../store/invitations.ts'
import { isOnTeam } from '../store/team.ts'

/** Mails a link to an address; whether it has an account is not looked at, and its owner alone learns it. */
export async function invite(
  { db, secrets }: Context,
  { actor, ...invited }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  const { cityId, role } = invited
  if (!mayGive(actor, invited)) return refuse(maySeeTeam(actor, cityId) ? 'not-allowed' : 'not-found')
  if (cityId !== INSTALLATION && !(await findCity(db, cityId))) return refuse('unknown-city')
  if (await isOnTeam(db, invited)) return refuse('in-team-already')
  const bucket = secrets.bucket('invite', cityId)
  const { count, retryAfterSeconds } = await chargeAttempt(db, { bucket, budget: INVITATIONS_PER_CITY })
  if (count > INVITATIONS_PER_CITY.most) return refuse('too-many-attempts', { retryAfterSeconds })
  return db.transaction().execute(async tx => {
    const { invitationId, mail, expiresAt } = await replaceInvitation(tx, {
      invitationId: newId(),
      ...invited,
    })
    await recordAct(tx, { ...actor, cityId }, { act: 'invite-member', subjectId: invitationId, role })
    const data = { invitationId, cityId }
    await emit(tx, memberInvited, { aggregateId: invitationId, version: 1, data })
    return done({ invitationId, mail, role, expiresAt, isOver: false })
  })
}
