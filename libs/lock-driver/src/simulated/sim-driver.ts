import type { DriverEvent, LockDriver } from '../driver.ts'
import type { SimLock, SimOptions } from './sim-lock.ts'

export type SimDriver = {
  readonly driver: LockDriver
  /** Whether the lock and its driver hear one another. */
  readonly reach: (isOn: boolean) => void
  readonly tell: (event: DriverEvent) => void
}

/** A driver over a simulated lock, that answers at once or not at all. */
export function simDriver({ capabilities }: SimOptions, lock: SimLock): SimDriver {
  const listeners: ((event: DriverEvent) => void)[] = []
  let isHeard = true
  const later = { status: 'later' } as const
  return {
    driver: {
      firmware: () => 'simulated',
      capabilities: async () => (isHeard ? capabilities : undefined),
      read: async slots => (isHeard ? lock.read(slots) : undefined),
      write: async (slot, code) => (isHeard ? lock.write(slot, code) : later),
      adjust: async (slot, code) => (isHeard ? lock.adjust(slot, code) : later),
      clear: async slot => (isHeard ? lock.clear(slot) : later),
      setTime: async () => (isHeard ? lock.setTime() : later),
      ping: async () => isHeard,
      onEvent: listener => void listeners.push(listener),
      [Symbol.asyncDispose]: async () => {},
    },
    reach(isOn) {
      isHeard = isOn
    },
    tell(event) {
      for (const listener of listeners) listener(event)
    },
  }
}
