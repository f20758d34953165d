import { sleep } from 'k6'
import { default as http, type RefinedResponse, type ResponseType } from 'k6/http'
import { broken, early, shed } from './figures.ts'
import { plan } from './opened-plan.ts'
import type { Answered, Presser, Slot } from './plan.ts'
import { type Offset, sinceT0 } from './town-time.ts'

/** One press: who, for what, under which key, and when it was meant. */
export type Press = {
  readonly by: Answered['by']
  readonly presser: Presser
  readonly slot: Slot
  readonly key: string
  readonly aimedAtMs: number
}

type Body = {
  readonly code?: string
  readonly receiptId?: string
  readonly place?: number
  readonly opensAt?: string
  readonly serverTime?: string
  readonly reservation?: { readonly reservationId: string }
}

const ANSWER_WITHIN = '15s'
const MOST_TRIES = 20
const GIVE_UP_MS = 60_000
const FAULT_PAUSE_MS = 1_000
const THUMB_MS = 250

/** Presses with one key until the answer is final, as our page does; undefined where none came within the bounds. */
export function pressUntilAnswered(press: Press, offset: Offset): Answered | undefined {
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const sentAtMs = sinceT0(offset)
    if (sentAtMs > press.aimedAtMs + GIVE_UP_MS) return undefined
    const answer = send(press)
    const waitMs = waitBeforeRetry(answer)
    if (waitMs === undefined)
      return answered(press, answer, { tries, sentAtMs, answeredAtMs: sinceT0(offset) })
    sleep(waitMs / 1000)
  }
  return undefined
}

type Answer = RefinedResponse<ResponseType>

function send({ presser, slot, key }: Press): Answer {
  const application = {
    ...slot,
    date: plan.date,
    eventName: '朝の集まり',
    people: 2,
    note: '朝の会',
    paidEvent: false,
    acceptedTermsVersion: plan.termsVersion,
    guardianPresent: true,
  }
  return http.post(`${plan.baseUrl}/api/reservations`, JSON.stringify(application), {
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      'x-forwarded-for': presser.address,
      cookie: `session=${presser.token}`,
    },
    tags: { name: 'POST /api/reservations' },
    timeout: ANSWER_WITHIN,
  })
}

/** What to wait before pressing again, counted by its cause; undefined where the answer is final. */
function waitBeforeRetry(answer: Answer): number | undefined {
  const { status } = answer
  if (status === 503 || status === 429) {
    shed.add(1)
    return Math.max(0, Number(answer.headers['Retry-After'] ?? 1)) * 1000 + Math.random() * THUMB_MS
  }
  if (status === 0 || status === 408 || status >= 500) {
    broken.add(1)
    return FAULT_PAUSE_MS + Math.random() * THUMB_MS
  }
  const { code, opensAt, serverTime } = bodyOf(answer)
  if (code !== 'not-open-yet') return undefined
  early.add(1)
  const left = Date.parse(opensAt ?? '') - Date.parse(serverTime ?? '')
  return Math.max(0, left) + Math.random() * THUMB_MS
}

function answered(
  { by, presser, slot, key, aimedAtMs }: Press,
  answer: Answer,
  when: Pick<Answered, 'tries' | 'sentAtMs' | 'answeredAtMs'>,
): Answered {
  const { code, receiptId, place, reservation } = bodyOf(answer)
  return {
    by,
    personId: presser.personId,
    key,
    slot: `${slot.listingId} ${slot.from}-${slot.to}`,
    status: answer.status,
    code: code ?? null,
    reservationId: reservation?.reservationId ?? null,
    receiptId: receiptId ?? null,
    place: place ?? null,
    aimedAtMs,
    ...when,
  }
}

function bodyOf(answer: Answer): Body {
  try {
    return answer.json() as Body
  } catch {
    return {}
  }
}
