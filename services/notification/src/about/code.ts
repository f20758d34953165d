import type { OutcomeOf } from '@asaichi/contract/define.ts'
import type { getMailChangeCode } from '@asaichi/contract/identity/mail-change.ts'
import type { getLoginCodeMail } from '@asaichi/contract/identity/mail-facts.ts'
import { type Gathered, gone } from '../mails/mail.ts'

/** Six digits, until when they count (M9), and for what: after a login `step-up` asks again before an act (V9). */
export type CodeFacts = {
  readonly code: string
  readonly expiresAt: string
  readonly purpose: 'login' | 'step-up' | 'mail-change'
}

/** The mail of a code that identity still holds; one that has expired is of no use to anybody. */
export function codeOf(
  answer: OutcomeOf<typeof getLoginCodeMail> | OutcomeOf<typeof getMailChangeCode>,
): Gathered<CodeFacts> {
  if (!answer.ok)
    return answer.refusal.code === 'expired' ? { status: 'dropped', reason: 'code expired' } : gone
  const { cityId, code, expiresAt, name, mail, language } = answer.value
  const purpose = 'purpose' in answer.value ? answer.value.purpose : 'mail-change'
  return { status: 'ready', cityId, recipient: { name, mail, language }, facts: { code, expiresAt, purpose } }
}
