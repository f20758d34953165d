import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { confirmMailChange as request } from '@asaichi/contract/identity/mail-change.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { CODE_TRIES } from '../domain/limits.ts'
import { sameSecret } from '../secrets.ts'
import { countMailTry, markChanged } from '../store/mail-changes.ts'
import { lockPerson } from '../store/persons.ts'
import { changeMail, takenIsRefused } from './change-mail.ts'

/** M9: the try is counted before the code is compared, and of two right answers one wins. */
export async function confirmMailChange(
  { db, secrets }: Context,
  { actor, changeId, code }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  const { personId } = actor
  const confirmed = db.transaction().execute(async tx => {
    await lockPerson(tx, personId)
    const change = await countMailTry(tx, { changeId, personId })
    if (!change) return refuse('code-not-valid')
    if (!sameSecret(code, secrets.mailCode(changeId)))
      return refuse('code-wrong', { triesLeft: CODE_TRIES - change.tries })
    const { cityId, newMail } = change
    await changeMail(tx, { actor, changeId, personId, cityId, newMail })
    await markChanged(tx, changeId)
    return done({ mail: newMail })
  })
  return takenIsRefused(confirmed)
}
