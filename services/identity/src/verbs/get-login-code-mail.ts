import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getLoginCodeMail as request } from '@asaichi/contract/identity/mail-facts.ts'
import type { Context } from '../context.ts'
import { findChallengeForMail } from '../store/challenges.ts'

/** M9: a code that was used, overtaken or is too old is not worth a mail. */
export async function getLoginCodeMail(
  { db, secrets }: Context,
  { challengeId }: { readonly challengeId: string },
): Promise<OutcomeOf<typeof request>> {
  const found = await findChallengeForMail(db, challengeId)
  if (!found) return refuse('not-found')
  const { isLive, ...mail } = found
  return isLive ? done({ ...mail, code: secrets.loginCode(challengeId) }) : refuse('expired')
}
