import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getRecipient as request } from '@asaichi/contract/identity/mail-facts.ts'
import type { Context } from '../context.ts'
import { findRecipient } from '../store/persons.ts'

/** D12: the address is read when a mail goes out; no event carries it. */
export async function getRecipient(
  { db }: Context,
  { personId }: { readonly personId: string },
): Promise<OutcomeOf<typeof request>> {
  const recipient = await findRecipient(db, personId)
  return recipient ? done(recipient) : refuse('not-found')
}
