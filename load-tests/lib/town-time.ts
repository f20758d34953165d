import { sleep } from 'k6'
import http from 'k6/http'
import { plan } from './opened-plan.ts'

/** The town's clock less the machine's, in ms. */
export type Offset = { readonly offsetMs: number }

const SAMPLES = 15
const T0_MS = Date.parse(plan.t0)

/** As a page with a countdown does it: of several questions the one that was answered fastest is the least wrong. */
export function measureOffset(): Offset {
  const samples = Array.from({ length: SAMPLES }, () => {
    const askedAt = Date.now()
    const answer = http.get(`${plan.baseUrl}/api/time`, {
      headers: { 'x-forwarded-for': '10.0.0.1' },
      tags: { name: 'GET /api/time' },
    })
    const rtt = Date.now() - askedAt
    const { now } = answer.json() as { now: string }
    sleep(0.02)
    return { rtt, offsetMs: Date.parse(now) - (askedAt + rtt / 2) }
  })
  const [best] = samples.sort((a, b) => a.rtt - b.rtt)
  return { offsetMs: best?.offsetMs ?? 0 }
}

/** ms since 07:00 by the town's clock; before the hour it is negative. */
export function sinceT0({ offsetMs }: Offset): number {
  return Date.now() + offsetMs - T0_MS
}

export function sleepUntil(msAfterT0: number, offset: Offset): void {
  const wait = msAfterT0 - sinceT0(offset)
  if (wait > 0) sleep(wait / 1000)
}
