import type { IncomingMessage } from 'node:http'
import { gauge } from '@asaichi/service/metrics.ts'
import { retrySoon } from '@asaichi/service/retry-soon.ts'
import type { Config } from '../config.ts'
import { headerOf } from './header-of.ts'
import { type Problem, problem, retryAfter } from './problem.ts'
import { createBuckets } from './rate-limit.ts'
import { type Source, sourceOf } from './source.ts'

export type Admission = {
  readonly enter: (incoming: IncomingMessage) => {
    readonly source: Source
    readonly refused: Problem | undefined
  }
  readonly leave: () => void
}

/** 1 room for one more, 2 the rate of the source. Who was let in has to leave. */
export function createAdmission({
  IN_FLIGHT_MAX,
  RATE_REQUESTS,
  TRUSTED_PROXIES,
}: Pick<Config, 'IN_FLIGHT_MAX' | 'RATE_REQUESTS' | 'TRUSTED_PROXIES'>): Admission {
  // Many residents of one office or phone company share an address, so a source may burst far higher than a session.
  const requests = createBuckets({ perSecond: RATE_REQUESTS, burst: Math.max(1, RATE_REQUESTS * 4) })
  let inFlight = 0
  gauge('gateway_in_flight', () => inFlight)
  return {
    enter(incoming) {
      const { remoteAddress } = incoming.socket
      const source = sourceOf(remoteAddress, headerOf(incoming, 'x-forwarded-for'), TRUSTED_PROXIES)
      if (inFlight >= IN_FLIGHT_MAX) {
        const refused = problem('service-unavailable', { headers: retryAfter(retrySoon()) })
        return { source, refused }
      }
      const seconds = requests.take(source.address)
      if (seconds > 0) return { source, refused: tooManyRequests(seconds) }
      inFlight += 1
      return { source, refused: undefined }
    },
    leave() {
      inFlight -= 1
    },
  }
}

export function tooManyRequests(seconds: number): Problem {
  return problem('too-many-requests', { headers: retryAfter(seconds) })
}
