import { useEffect, useState } from 'preact/hooks'

const MOST_TRIES = 30
const LONGEST_SECONDS = 30

type Sending = {
  readonly busy: boolean
  readonly answer:
    | { readonly status: 'ok' | 'refused' | 'away'; readonly retryAfter?: number | undefined }
    | undefined
  readonly onSubmit: () => void
}

/** `sending` now, in so many seconds once more, or no more by itself. Nothing while the server answers. */
export type Retry =
  | { readonly status: 'sending' }
  | { readonly status: 'waiting'; readonly seconds: number }
  | { readonly status: 'given-up' }

/** R14: sends a form again by itself, with the same key, until there is an answer; never sooner than `Retry-After` says. */
export function useAutoRetry(form: Sending): Retry | undefined {
  const { answer, busy, onSubmit } = form
  const [tries, setTries] = useState(0)
  const isAway = answer?.status === 'away'
  const wait = isAway ? waitOf(answer.retryAfter, tries) : 0
  const waits = isAway && !busy && tries < MOST_TRIES
  useEffect(() => {
    if (!waits) return
    const timer = setTimeout(
      () => {
        setTries(number => number + 1)
        onSubmit()
      },
      // The spread keeps a town's phones from coming back in the same instant.
      wait * 1000 * (1 + Math.random() * 0.25),
    )
    return () => clearTimeout(timer)
  }, [waits, answer])
  useEffect(() => {
    if (answer && !isAway) setTries(0)
  }, [answer, isAway])
  if (!isAway) return undefined
  if (busy) return { status: 'sending' }
  return waits ? { status: 'waiting', seconds: wait } : { status: 'given-up' }
}

function waitOf(retryAfter: number | undefined, tries: number): number {
  return Math.max(1, retryAfter ?? Math.min(LONGEST_SECONDS, 2 ** tries))
}
