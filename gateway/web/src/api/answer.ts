import { wantTexts } from '../i18n/texts.ts'
import type { Away, Result } from './result.ts'
import type { AnyProblem } from './routes.ts'
import { learnServerTime } from './server-clock.ts'
import { sessionDoubted, sessionEnded } from './session-signal.ts'

/** A response as a result: JSON of the route, a refusal, or `away` where asking again is right. */
export async function readAnswer(response: Response): Promise<Result<unknown, AnyProblem>> {
  learnServerTime(response.headers.get('server-time'))
  if (response.ok) {
    const value: unknown = response.status === 204 ? {} : await response.json()
    return { status: 'ok', value, etag: response.headers.get('etag') ?? undefined }
  }
  const problem = problemOf(await response.json().catch(() => undefined))
  if (problem) await problemSentences()
  // A20: asking again by itself would be no help for an hour, and the answer says when and whom to call.
  if (problem?.code === 'too-many-codes') return { status: 'refused', problem }
  if (response.status === 429 || response.status >= 500) return away(response, problem)
  if (!problem) return { status: 'away', reason: 'fault', code: undefined, retryAfter: undefined }
  if (problem.code === 'no-session') sessionEnded()
  if (problem.code === 'other-person') sessionDoubted()
  return { status: 'refused', problem }
}

const SENTENCES_MS = 3000

// A first visit spares them. Without them the server's own sentence is shown, so nothing waits for long.
function problemSentences(): Promise<unknown> {
  const tooLate = new Promise(resolve => setTimeout(resolve, SENTENCES_MS))
  return Promise.race([wantTexts(['problems', 'reasons']).catch(() => undefined), tooLate])
}

function away(response: Response, problem: AnyProblem | undefined): Away {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return {
    status: 'away',
    reason: response.status === 500 ? 'fault' : 'busy',
    code: problem?.code,
    retryAfter: Number.isFinite(seconds) ? seconds : undefined,
  }
}

// Safe: a problem document of our own API; anything in between us and it is recognised by lacking code and detail.
function problemOf(body: unknown): AnyProblem | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  return 'code' in body && 'detail' in body && 'status' in body ? (body as AnyProblem) : undefined
}
