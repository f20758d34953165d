import type { OutcomeOf } from '@asaichi/contract/define.ts'
import type { getMailChangeCode } from '@asaichi/contract/identity/mail-change.ts'
import type { getLoginCodeMail } from '@asaichi/contract/identity/mail-facts.ts'
import { type Gathered, gone } from '../mails/mail.ts'

/** Six digits and until when they count (M9). */
export type CodeFacts = { readonly code: string; readonly expiresAt: string }

/** The mail of a code that identity still holds; one that has expired is of no use to anybody. */
export function codeOf(
  answer: OutcomeOf<typeof getLoginCodeMail> | OutcomeOf<typeof getMailChangeCode>,
): Gathered<CodeFacts> {
  if (!answer.ok)
    return answer.refusal.code === 'expired' ? { status: 'dropped', reason: 'code expired' } : gone
  const { cityId, code, expiresAt, ...recipient } = answer.value
  return { status: 'ready', cityId, recipient, facts: { code, expiresAt } }
}
