import { expect, test } from 'vitest'
import { playField } from '../src/field/play.ts'

test('what real people and real data broke once, played through the front doors of a town', async () => {
  const played = await playField(() => undefined)
  expect(played.length).toBeGreaterThan(30)
  expect(played.filter(({ failure }) => failure !== undefined)).toEqual([])
})
