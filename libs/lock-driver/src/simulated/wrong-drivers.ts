import type { LockDriver, StoredCode } from '../driver.ts'
import type { SimLock } from './sim-lock.ts'

const A_DAY = { from: '2026-12-01T00:00:00.000Z', to: '2026-12-02T00:00:00.000Z' }

/** As a library does that takes a lock it has not met for its own. */
export function wipesAtStart(driver: LockDriver, lock: SimLock): LockDriver {
  return {
    ...driver,
    async capabilities() {
      lock.resetToFactory()
      return driver.capabilities()
    },
    [Symbol.asyncDispose]: async () => {},
  }
}

/** As a topic does that nobody answers: what was sent is taken for what is there. */
export function firesAndForgets(driver: LockDriver): LockDriver {
  const cache = new Map<number, { digits: string; isOn: boolean }>()
  return {
    ...driver,
    async read(slots) {
      const views = await driver.read(slots)
      return views?.map(view => {
        const told = cache.get(view.slot)
        return told ? { slot: view.slot, status: 'taken', ...told } : view
      })
    },
    async write(slot, { digits, isOn }) {
      cache.set(slot, { digits, isOn })
      void driver.write(slot, { digits, isOn, windows: [] })
      return { status: 'done' }
    },
    async adjust(slot, code) {
      cache.set(slot, { digits: code.digits, isOn: code.isOn })
      void driver.adjust(slot, code)
      return { status: 'done' }
    },
    async clear(slot) {
      cache.delete(slot)
      void driver.clear(slot)
      return { status: 'done' }
    },
    [Symbol.asyncDispose]: async () => {},
  }
}

/** As an interface does where every code must have an end: one that has none is given a day. */
export function endsEachCode(driver: LockDriver): LockDriver {
  const withEnd = (code: StoredCode): StoredCode =>
    code.windows.length === 0 ? { ...code, windows: [A_DAY] } : code
  return {
    ...driver,
    write: (slot, code) => driver.write(slot, withEnd(code)),
    adjust: (slot, code) => driver.adjust(slot, withEnd(code)),
    [Symbol.asyncDispose]: async () => {},
  }
}
