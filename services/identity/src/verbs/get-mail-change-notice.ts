import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getMailChangeNotice as request } from '@asaichi/contract/identity/mail-change.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { findMailChange } from '../store/mail-changes.ts'

/** V4: both mailboxes are told, where there was an old one; the old one may be a stranger's by now, so it is not told the new one. */
export async function getMailChangeNotice(
  { db }: Context,
  { changeId, address }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  const found = await findMailChange(db, changeId)
  if (!found?.isChanged) return refuse('not-found')
  const { cityId, name, language, oldMail, newMail } = found
  const mail = address === 'old' ? oldMail : newMail
  return mail === null ? refuse('not-found') : done({ cityId, name, language, mail })
}
