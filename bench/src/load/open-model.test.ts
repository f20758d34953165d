import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openModel } from './open-model.ts'

test('work begins at its time whatever still runs, and is measured from when it was due', async () => {
  let atOnce = 0
  let most = 0
  const measured = await openModel({ arrivals: 20, perSecond: 1_000 }, async nr => {
    atOnce += 1
    most = Math.max(most, atOnce)
    await pause(60)
    atOnce -= 1
    return nr
  })
  expect(measured.map(each => each.result)).toEqual(Array.from({ length: 20 }, (_, nr) => nr))
  expect(most).toBeGreaterThan(5)
  for (const { latencyMs } of measured) expect(latencyMs).toBeGreaterThan(55)
})
