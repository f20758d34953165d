import { createLog } from '@asaichi/service/log.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { expect, test } from 'vitest'
import { failuresIn, playContract } from '../src/contract/contract.ts'
import { simOptions, simSubject } from '../src/simulated/sim-subject.ts'
import { endsEachCode, firesAndForgets, wipesAtStart } from '../src/simulated/wrong-drivers.ts'

const log = createLog('contract', 'silent')

test.each([
  ['slots that show their digits', simOptions(), 17],
  [
    'slots that show only whether they are taken',
    simOptions({ readback: 'occupancy' }, { showsState: false }),
    17,
  ],
  ['a lock that gives no reasons', simOptions({}, { givesReasons: false }), 17],
  [
    'slots that show nothing, of a lock that gives no reasons',
    simOptions({ readback: 'occupancy' }, { showsState: false, givesReasons: false }),
    17,
  ],
  ['a lock whose answers say nothing', simOptions({ statusAnswers: false }), 17],
  ['a lock that keeps windows', simOptions({ timing: 'lock' }), 15],
  [
    'a lock that keeps windows and shows nothing',
    simOptions({ timing: 'lock', readback: 'occupancy' }, { showsState: false }),
    15,
  ],
])('T12: the contract of drivers holds for %s', async (_, options, checks) => {
  const verdicts = await playContract(simSubject(options, { folder: await ownFolder() }), log)
  expect(failuresIn(verdicts)).toEqual([])
  expect(verdicts).toHaveLength(checks)
})

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

test('planted: a driver that gives every code an end fails', async () => {
  const subject = simSubject(simOptions({ timing: 'lock', readback: 'occupancy' }, { showsState: false }), {
    folder: await ownFolder(),
    wrong: endsEachCode,
  })
  expect(failuresIn(await playContract(subject, log))).toContain(
    'a code without a window opens at any time, and is left alone by a look again and a restart: it does not open',
  )
})
