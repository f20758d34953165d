import { MITAKA_WINDOWS } from '@asaichi/testkit/mitaka-windows.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantAt } from './instant.ts'
import { addDays } from './local-date.ts'
import { classOf, firstComeOfClass, laterWindow } from './user-class.ts'
import { firstComeWindow } from './windows.ts'

const classes = [
  { classId: 'residents', name: '市内' },
  { classId: 'outside', name: '市外', firstComeDelayDays: 7 },
]
const policy = { windows: MITAKA_WINDOWS, classes }

test.each([
  [undefined, 'residents'],
  [null, 'residents'],
  ['outside', 'outside'],
  ['removed', 'residents'],
])('G11: who has %s is of %s', (classId, expected) => {
  expect(classOf(policy, classId)?.classId).toBe(expected)
})

test('G11: a city without classes has none', () => {
  expect(classOf({}, 'outside')).toBeUndefined()
})

test.each([
  ['residents', '2024-11-26T22:00:00.000Z'],
  ['outside', '2024-12-03T22:00:00.000Z'],
])('G11: first come of the 25th of December 2024 opens for %s at %s', (classId, opensAt) => {
  expect(firstComeOfClass(policy, '2024-12-25', classId)).toEqual({
    opensAt,
    closesAt: '2024-12-23T15:00:00.000Z',
    lastDay: '2024-12-23',
  })
})

test('G11: a delay beyond the window opens on its last day, and never makes it empty', () => {
  const window = firstComeWindow(MITAKA_WINDOWS, '2024-12-25')
  expect(laterWindow(window, { classId: 'x', name: 'x', firstComeDelayDays: 365 })).toMatchObject({
    opensAt: instantAt('2024-12-23', '07:00'),
  })
})

test('G11: never before everybody’s, at the same time of the day, later with every day of delay, and open where everybody’s is', () => {
  const Delay = fc.integer({ min: 0, max: 60 })
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 0, max: 60 }),
      Delay,
      Delay,
      (day, ahead, one, other) => {
        const windows = {
          ...MITAKA_WINDOWS,
          lottery: { kind: 'none' as const },
          firstCome: { ...MITAKA_WINDOWS.firstCome, opensDaysBefore: ahead },
        }
        const window = firstComeWindow(windows, addDays('2024-01-01', day))
        const [early, late] = [Math.min(one, other), Math.max(one, other)].map(days =>
          laterWindow(window, {
            classId: 'x',
            name: 'x',
            ...(days > 0 && { firstComeDelayDays: days }),
          }),
        )
        if (!early || !late) throw new Error('two windows')
        expect(window.opensAt <= early.opensAt && early.opensAt <= late.opensAt).toBe(true)
        expect(late.opensAt.slice(10)).toBe(window.opensAt.slice(10))
        expect(late.opensAt < late.closesAt).toBe(window.opensAt < window.closesAt)
        expect(late.closesAt).toBe(window.closesAt)
      },
    ),
  )
})
