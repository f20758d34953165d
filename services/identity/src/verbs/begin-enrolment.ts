import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { beginEnrolment as request } from '@asaichi/contract/identity/second-factor.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { shownSecret } from '../domain/totp.ts'
import { newAppSecret } from '../secrets.ts'
import { findOffice } from '../store/cities.ts'
import { findRecipient } from '../store/persons.ts'
import { offerApp } from '../store/second-factors.ts'

const ISSUER = '施設予約'

/** M9: an app of before goes on until a code of the new one comes back. */
export async function beginEnrolment(
  { db, factors }: Context,
  { actor }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  const { personId, role, cityId } = actor
  if (role === 'resident') return refuse('not-allowed')
  const [owner, office] = await Promise.all([findRecipient(db, personId), findOffice(db, cityId)])
  const secret = newAppSecret()
  await offerApp(db, { personId, offered: factors.seal(secret, personId) })
  const label = owner?.mail ?? owner?.name ?? ''
  return done(shownSecret(secret, { issuer: `${office?.name ?? ''}${ISSUER}`, label }))
}
