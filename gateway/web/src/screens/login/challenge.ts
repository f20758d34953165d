import { forgetDraft, keepDraft, readDraft } from '../../forms/drafts.ts'

/** M9: a mailed code is waited for; nothing of it is secret without the mail. */
export type Challenge = {
  readonly challengeId: string
  readonly expiresAt: string
  readonly cityId: string
  /** An app's code is asked for in place of the mailed one. */
  readonly by: 'mail' | 'app'
  /** Whether the person stays logged in after the browser is closed (M6). */
  readonly stay: boolean
}

const NAME = 'login-code'
const NONE: Challenge = { challengeId: '', expiresAt: '', cityId: '', by: 'mail', stay: true }

/** An old phone forgets a page while its owner looks at the mail, so the wait outlives the page. */
export function keepChallenge(challenge: Challenge): void {
  keepDraft(NAME, challenge)
}

export function keptChallenge(): Challenge | undefined {
  const kept = readDraft(NAME, NONE)
  return kept.challengeId === '' ? undefined : kept
}

export function forgetChallenge(): void {
  forgetDraft(NAME)
}
