const FIRST_MS = 1_000
const MOST_MS = 300_000
/** About half an hour of trying, from one second up to every five minutes. */
export const MOST_TRIES = 15

export type AfterFailure =
  | { readonly status: 'waiting'; readonly delayMs: number }
  | { readonly status: 'failed' }

/** What becomes of a mail whose try number `attempts` (1 is the first) went wrong without a final word from the server. */
export function afterFailure(attempts: number): AfterFailure {
  if (attempts >= MOST_TRIES) return { status: 'failed' }
  return { status: 'waiting', delayMs: Math.min(FIRST_MS * 2 ** (attempts - 1), MOST_MS) }
}
