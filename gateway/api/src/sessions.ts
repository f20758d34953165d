import { hash } from 'node:crypto'
import type { Call } from '@asaichi/bus/call.ts'
import { findSession, type Session } from '@asaichi/contract/identity/login.ts'
import { createBoundedMap } from '@asaichi/service/bounded-map.ts'
import { type Clock, monotonicMs } from '@asaichi/service/clock.ts'

export type Sessions = {
  readonly find: (token: string, how?: Asking) => Promise<Session | undefined>
  readonly forget: (token: string) => void
}

type Asking = {
  /** D23: the page asks by itself, so the session is not used by it. */
  readonly isBackground?: boolean
  /** What is kept is not good enough. */
  readonly anew?: boolean
}

const KEPT_MS = 10_000
const MOST_KEPT = 20_000

type Kept = {
  readonly session: Session
  readonly untilMs: number
  /** Whether identity knows that it was used. */
  readonly isUsed: boolean
}

/**
 * Sessions by the hash of their token, so that a memory dump holds no token. A logout elsewhere or a role taken away
 * is felt here at most ten seconds later; a logout through this process at once.
 */
export function createSessions(call: Call, clock: Clock): Sessions {
  const kept = createBoundedMap<Kept>(MOST_KEPT)
  let forgotten = 0
  clock.onMove(kept.clear)
  return {
    async find(token, { isBackground = false, anew = false } = {}) {
      const key = hashOf(token)
      const known = kept.get(key)
      const isEnough = known && known.untilMs > monotonicMs() && (known.isUsed || isBackground)
      if (isEnough && !anew) return known.session
      const forgottenBefore = forgotten
      const outcome = await call(findSession, { token, isBackground })
      if (!outcome.ok) return undefined
      // An answer from before a logout must not bring the session back after it.
      if (forgotten === forgottenBefore)
        kept.set(key, {
          session: outcome.value,
          untilMs: monotonicMs() + KEPT_MS,
          // A resident's is used by whatever the page asks.
          isUsed: !isBackground || outcome.value.role === 'resident',
        })
      return outcome.value
    },
    forget(token) {
      forgotten += 1
      kept.delete(hashOf(token))
    },
  }
}

function hashOf(token: string): string {
  return hash('sha256', token, 'base64')
}
