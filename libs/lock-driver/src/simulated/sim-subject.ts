import type { Subject } from '../contract/subject.ts'
import type { LockDriver } from '../driver.ts'
import { simDriver } from './sim-driver.ts'
import { createSimLock, type SimLock, type SimOptions } from './sim-lock.ts'

export type SimSubject = Subject & { readonly lock: SimLock }
type Wrong = (driver: LockDriver, lock: SimLock) => LockDriver

/** A driver over the simulated lock, right or made wrong. */
export function simSubject(
  options: SimOptions,
  { folder, wrong = driver => driver }: { readonly folder: string; readonly wrong?: Wrong },
): SimSubject {
  const lock = createSimLock(options)
  const foreign = { slot: options.capabilities.slots.first + 1, digits: '7777' }
  lock.setByHand(foreign.slot, foreign.digits)
  const { driver, reach, tell } = simDriver(options, lock)
  return {
    name: 'simulated',
    driver: wrong(driver, lock),
    lock,
    folder,
    foreign,
    truth: async () => lock.held,
    reach: async isOn => reach(isOn),
    openAt: async slot => tell({ type: 'opened', slot }),
  }
}

export function simOptions(
  capabilities: Partial<SimOptions['capabilities']> = {},
  manners: Partial<Omit<SimOptions, 'capabilities'>> = {},
): SimOptions {
  return {
    capabilities: {
      slots: { first: 1, count: 6 },
      pin: { min: 4, max: 8, rules: [] },
      timing: 'switch',
      windowsPerCode: 1,
      readback: 'value',
      statusAnswers: true,
      wakeMinutes: 0,
      budget: { gapMs: 0, writesPerDay: 1_000 },
      ...capabilities,
    },
    givesReasons: true,
    showsState: true,
    ...manners,
  }
}
