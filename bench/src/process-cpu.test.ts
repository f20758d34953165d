import { expect, test } from 'vitest'
import { busyTicks, ticksIn } from './process-cpu.ts'

test('a process’s time is its own and that of the children it waited for, whatever its name', () => {
  const stat = '42 (a (b) c) S 1 42 42 0 -1 4194560 100 200 0 0 11 22 33 44 20 0 1 0 5 6 7'
  expect(ticksIn(stat)).toBe(11 + 22 + 33 + 44)
})

test('a busy machine is neither idle nor waiting for a disk', () => {
  expect(busyTicks('cpu  1 2 4 1000 2000 8 16 32 0 0\ncpu0 9 9 9 9')).toBe(1 + 2 + 4 + 8 + 16 + 32)
})
