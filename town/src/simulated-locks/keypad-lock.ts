import { createDoor, type Judged } from '../virtual-lock/door.ts'
import type { KeypadLock } from '../virtual-lock/keypad-server.ts'
import type { RadioLock } from './radio.ts'

const SETTLE_MS = 200

type KeypadLockOptions = {
  readonly lockId: string
  readonly radioLock: RadioLock
  readonly isReached: () => boolean
}

/** The door of a lock without a clock: what opens it is what it holds switched on, and nothing here knows of bookings. */
export function openKeypadLock({ lockId, radioLock, isReached }: KeypadLockOptions): KeypadLock & Disposable {
  const now = () => new Date().toISOString()
  const door = createDoor({
    now,
    uptimeMs: () => performance.now(),
    autoLockMs: 0,
    judge: digits => judge(radioLock, digits),
    onLocked: () => radioLock.say({ type: 'locked' }),
    // It says each wrong entry, and its pause to nobody.
    onPaused: () => undefined,
  })
  const timer = setInterval(() => door.settle(), SETTLE_MS)
  return {
    press: door.press,
    state: () => ({
      lockId,
      ...door.state(),
      online: isReached(),
      clock: { now: now(), quality: 'unknown' },
    }),
    [Symbol.dispose]: () => clearInterval(timer),
  }
}

function judge({ held, say }: RadioLock, digits: string): Judged {
  const found = [...held()].find(([, code]) => code.isOn && code.digits === digits)
  if (!found) {
    say({ type: 'denied' })
    return { status: 'denied', reason: 'unknown' }
  }
  say({ type: 'opened', slot: found[0] })
  return { status: 'open' }
}
