import { api } from './client.ts'
import { serverNowMs, setServerTime } from './server-clock.ts'

const SOON_MS = 5000
let askedAt = Number.NEGATIVE_INFINITY
let asking: Promise<boolean> | undefined

/** Whether the server's time is known then. Several clocks of one page share a question and, for a while, its answer. */
export function askServerTime(): Promise<boolean> {
  const isFresh = performance.now() - askedAt < SOON_MS
  if (document.visibilityState === 'hidden' || (isFresh && !asking))
    return Promise.resolve(serverNowMs() !== undefined)
  asking ??= learnTime().finally(() => {
    asking = undefined
  })
  return asking
}

async function learnTime(): Promise<boolean> {
  const sentAt = performance.now()
  askedAt = sentAt
  const answer = await api.get('/api/time')
  if (answer.status === 'ok') setServerTime(answer.value.now, sentAt)
  return serverNowMs() !== undefined
}

/** After a phone has slept its clock cannot be trusted: the next question goes to the server. */
export function forgetWhenAsked(): void {
  askedAt = Number.NEGATIVE_INFINITY
}
