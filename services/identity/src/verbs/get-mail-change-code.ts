import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getMailChangeCode as request } from '@asaichi/contract/identity/mail-change.ts'
import type { Context } from '../context.ts'
import { findMailChange } from '../store/mail-changes.ts'

/** M9: a code that was used, overtaken or is too old is not worth a mail. */
export async function getMailChangeCode(
  { db, secrets }: Context,
  { changeId }: { readonly changeId: string },
): Promise<OutcomeOf<typeof request>> {
  const found = await findMailChange(db, changeId)
  if (!found) return refuse('not-found')
  if (!found.isLive) return refuse('expired')
  const { cityId, name, language, newMail, expiresAt } = found
  return done({ cityId, name, language, mail: newMail, expiresAt, code: secrets.mailCode(changeId) })
}
