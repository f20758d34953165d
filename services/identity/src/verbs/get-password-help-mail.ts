import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getPasswordHelpMail as request } from '@asaichi/contract/identity/password.ts'
import type { Context } from '../context.ts'
import { findHelpForMail } from '../store/password-helps.ts'

/** S9: a temporary password that was used, overtaken or is too old is not worth a mail; where nothing matched there is none. */
export async function getPasswordHelpMail(
  { db, secrets }: Context,
  { helpId }: { readonly helpId: string },
): Promise<OutcomeOf<typeof request>> {
  const found = await findHelpForMail(db, helpId)
  if (!found) return refuse('not-found')
  const { isLive, ...mail } = found
  return isLive ? done({ ...mail, password: secrets.temporaryPassword(helpId) }) : refuse('expired')
}
