import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getConfirmationMail as request } from '@asaichi/contract/identity/mail-facts.ts'
import type { Context } from '../context.ts'
import { findRegistrationForMail } from '../store/registrations.ts'

/** M5, A1: only the holder of a mail learns that it is known, and is called by their own name, not the one somebody typed. */
export async function getConfirmationMail(
  { db, secrets }: Context,
  { registrationId }: { readonly registrationId: string },
): Promise<OutcomeOf<typeof request>> {
  const found = await findRegistrationForMail(db, registrationId)
  if (!found) return refuse('not-found')
  const { cityId, mail, knownName, knownLanguage, expiresAt } = found
  if (knownName !== null)
    return done({
      cityId,
      mail,
      name: knownName,
      language: knownLanguage ?? 'ja',
      content: { kind: 'already-registered' },
    })
  const token = secrets.confirmToken(registrationId)
  return done({
    cityId,
    mail,
    name: found.name,
    language: found.language,
    content: { kind: 'confirm', token, expiresAt },
  })
}
