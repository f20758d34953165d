const FIRST_MS = 1_000
const MOST_MS = 30 * 60_000
const NEAR_MS = 60_000
/** A good half hour of trying, which every mail gets, however late its fact was told. */
export const FEWEST_TRIES = 12
/** Each of these may have been a copy in somebody's mailbox. */
export const MOST_UNCLEAR = 3

export type Failure = {
  /** How many tries there were, this one included. */
  readonly attempts: number
  /** How many of them may have delivered the mail all the same. */
  readonly unclear: number
  /** Until the mail tells nothing of use any more; negative when that is past. */
  readonly leftMs: number
}
export type AfterFailure =
  | { readonly status: 'waiting'; readonly delayMs: number }
  | { readonly status: 'failed' }

/**
 * What becomes of a mail whose try went wrong without a final word from the server: tried until its fact is stale, at most half an
 * hour apart and closer as the end comes near (RFC 5321 4.5.4.1).
 */
export function afterFailure({ attempts, unclear, leftMs }: Failure): AfterFailure {
  if (unclear >= MOST_UNCLEAR || (attempts >= FEWEST_TRIES && leftMs <= 0)) return { status: 'failed' }
  const most = leftMs > 0 ? Math.min(MOST_MS, Math.max(NEAR_MS, leftMs / 2)) : MOST_MS
  return { status: 'waiting', delayMs: Math.min(FIRST_MS * 2 ** (attempts - 1), most) }
}
