import { createLog } from '@asaichi/service/log.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { expect, test } from 'vitest'
import { failuresIn, playContract } from '../src/contract/contract.ts'
import type { LockDriver } from '../src/driver.ts'
import type { SimLock } from '../src/simulated/sim-lock.ts'
import { simOptions, simSubject } from './sim-subject.ts'

const log = createLog('contract', 'silent')

test.each([
  ['slots that show their digits', simOptions(), 13],
  [
    'slots that show only whether they are taken',
    simOptions({ readback: 'occupancy' }, { showsState: false }),
    13,
  ],
  ['a lock that gives no reasons', simOptions({}, { givesReasons: false }), 13],
  [
    'slots that show nothing, of a lock that gives no reasons',
    simOptions({ readback: 'occupancy' }, { showsState: false, givesReasons: false }),
    13,
  ],
  ['a lock whose answers say nothing', simOptions({ statusAnswers: false }), 13],
  ['a lock that keeps windows', simOptions({ timing: 'lock' }), 11],
  [
    'a lock that keeps windows and shows nothing',
    simOptions({ timing: 'lock', readback: 'occupancy' }, { showsState: false }),
    11,
  ],
])('T12: the contract of drivers holds for %s', async (_, options, checks) => {
  const verdicts = await playContract(simSubject(options, { folder: await ownFolder() }), log)
  expect(failuresIn(verdicts)).toEqual([])
  expect(verdicts).toHaveLength(checks)
})

/** As a library does that takes a lock it has not met for its own. */
function wipesAtStart(driver: LockDriver, lock: SimLock): LockDriver {
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
function firesAndForgets(driver: LockDriver): LockDriver {
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

test('planted: a driver that clears a lock at first sight fails', async () => {
  const subject = simSubject(simOptions(), { folder: await ownFolder(), wrong: wipesAtStart })
  expect(failuresIn(await playContract(subject, log))).toContain(
    'a code found on the lock is left alone at the start: it is not told',
  )
})

test('planted: a driver that believes what it sent fails', async () => {
  const subject = simSubject(simOptions({ readback: 'occupancy' }), {
    folder: await ownFolder(),
    wrong: firesAndForgets,
  })
  expect(failuresIn(await playContract(subject, log))).toEqual(
    expect.arrayContaining(['a duplicate of a foreign code is refused, and nothing is lost: it is promised']),
  )
})
