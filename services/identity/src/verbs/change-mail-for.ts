import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { changeMailFor as request } from '@asaichi/contract/identity/mail-change.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { insertMadeChange } from '../store/mail-changes.ts'
import { ensurePermission, insertConfirmation } from '../store/permissions.ts'
import { changeMail, takenIsRefused } from './change-mail.ts'
import { serve } from './serve.ts'

/** M9, V4: for a resident whose mailbox is lost; the call or visit goes on the log. Staff's own accounts are not taken over so. */
export async function changeMailFor(
  { db }: Context,
  { actor, personId, mail, contact }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  const { cityId } = actor
  const key = { personId, cityId }
  const changed = serve(db, { actor, personId }, async (tx, { mail: oldMail }) => {
    if (oldMail === mail) return refuse('same-mail')
    const changeId = newId()
    await changeMail(tx, { actor, changeId, ...key, newMail: mail })
    await insertMadeChange(tx, { changeId, ...key, oldMail, newMail: mail })
    await ensurePermission(tx, key)
    await insertConfirmation(tx, key, { staffId: actor.personId, ...contact })
    return done({ mail })
  })
  return takenIsRefused(changed)
}
