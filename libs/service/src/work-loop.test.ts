import { expect, test } from 'vitest'
import { startWorkLoop } from './work-loop.ts'

const FOR_EVER = () => 60_000

function until(check: () => boolean): Promise<void> {
  return new Promise(resolve => {
    const timer = setInterval(() => {
      if (!check()) return
      clearInterval(timer)
      resolve()
    }, 1)
  })
}

test('works through what is there without waiting, and again when it is woken', async () => {
  let left = 3
  let done = 0
  await using loop = startWorkLoop({
    work: async () => {
      if (left === 0) return false
      left -= 1
      done += 1
      return true
    },
    waitMs: FOR_EVER,
    onError: () => undefined,
  })
  await until(() => done === 3)
  left = 2
  loop.wake()
  await until(() => done === 5)
})

test('a wake that comes during the work is not lost', async () => {
  let rounds = 0
  let finish: () => void = () => undefined
  await using loop = startWorkLoop({
    work: async () => {
      rounds += 1
      if (rounds === 1) await new Promise<void>(resolve => void (finish = resolve))
      return false
    },
    waitMs: FOR_EVER,
    onError: () => undefined,
  })
  await until(() => rounds === 1)
  loop.wake()
  finish()
  await until(() => rounds === 2)
})

test('work that fails is told and tried again after the wait', async () => {
  const errors: unknown[] = []
  let rounds = 0
  await using _loop = startWorkLoop({
    work: async () => {
      rounds += 1
      if (rounds === 1) throw new Error('away')
      return false
    },
    waitMs: () => 1,
    onError: error => errors.push(error),
  })
  await until(() => rounds >= 2)
  expect(errors).toHaveLength(1)
})

test('stopping waits for the work at hand and starts no other', async () => {
  let finished = false
  const loop = startWorkLoop({
    work: async () => {
      await new Promise(resolve => setTimeout(resolve, 20))
      finished = true
      return true
    },
    waitMs: FOR_EVER,
    onError: () => undefined,
  })
  await loop[Symbol.asyncDispose]()
  expect(finished).toBe(true)
})
