import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getMemberMail as request } from '@asaichi/contract/identity/mail-facts.ts'
import type { Context } from '../context.ts'
import { findProfile, findRecipient } from '../store/persons.ts'

/** S5: who has just finished the registration, and under which number. */
export async function getMemberMail(
  { db }: Context,
  { personId }: { readonly personId: string },
): Promise<OutcomeOf<typeof request>> {
  const [recipient, profile] = await Promise.all([findRecipient(db, personId), findProfile(db, personId)])
  if (!recipient || recipient.mail === null) return refuse('not-found')
  return done({ ...recipient, mail: recipient.mail, memberNumber: profile.memberNumber })
}
