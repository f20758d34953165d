import { setTimeout as pause } from 'node:timers/promises'
import { explainEntry, listMyEntries } from '@asaichi/contract/lottery/entries.ts'
import { verifyBundle } from '@asaichi/draw/verify.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { expect, test } from 'vitest'
import { HOUR, startLotteryBed, wishOf } from './lottery-bed.ts'

const draw = {
  entriesPerMonth: 10,
  winsPerMonth: 1,
  winsPerDay: 1,
  maxWishes: 2,
  showCounts: false,
  confirmDays: null,
}

test('G2: a win of an earlier round counts in the next of the same month; the second wish wins where the first is taken', async () => {
  await using bed = await startLotteryBed({ policy: { draw } })
  const [ann, ben] = await bed.people(2)
  if (!ann || !ben) throw new Error('nobody')
  expect((await bed.round()).entriesPerSlot).toBe(null)
  const wishes = [wishOf(), wishOf({ from: '15:00', to: '16:00' })]
  await bed.entered(ann, { wishes })
  await bed.entered(ben, { wishes })
  await bed.at('2024-10-27T15:00:00.000Z')
  const next = await bed.entered(ann, { wish: { date: '2024-12-02' } })
  await bed.at(HOUR)
  const statusOf = async (actor: typeof ann) => {
    const mine = await bed.call(listMyEntries, { actor })
    return mine.ok
      ? mine.value.items.map(({ entryId, status, wonWish }) => ({ entryId, status, wonWish }))
      : []
  }
  const first = [...(await statusOf(ann)), ...(await statusOf(ben))].filter(
    ({ entryId }) => entryId !== next.entryId,
  )
  expect(first.map(({ status }) => status)).toEqual(['won', 'won'])
  expect(new Set(first.map(({ wonWish }) => wonWish))).toEqual(new Set([0, 1]))
  await bed.at('2024-11-03T22:00:00.000Z')
  expect(await bed.call(explainEntry, { actor: ann, entryId: next.entryId })).toMatchObject({
    ok: true,
    value: { entry: { priorWins: 1 }, result: { outcome: 'lost', verdicts: ['month-limit'] } },
  })
  expect(verifyBundle(await bed.bundle(next.roundId)).filter(check => check.status === 'failed')).toEqual([])
})

test('F29: of entries that come while the window closes, all that were taken are in the list and none besides', async () => {
  await using bed = await startLotteryBed()
  const actors = await bed.people(120)
  await bed.at('2024-11-02T14:59:58.800Z', { hold: false })
  const pressing = actors.map(async (actor, nr) => {
    await pause(nr * 20)
    return bed.enter(actor)
  })
  const outcomes = await Promise.all(pressing)
  const taken = outcomes.flatMap(outcome => (outcome.ok ? [outcome.value.entryId] : []))
  const codes = new Set(outcomes.flatMap(outcome => (outcome.ok ? [] : [outcome.refusal.code])))
  expect(taken.length).toBeGreaterThan(0)
  expect([...codes]).toEqual(['entries-closed'])
  await eventually(async () =>
    expect(await bed.round()).toMatchObject({ status: 'frozen', freeze: { count: taken.length } }),
  )
  await bed.at(HOUR)
  const bundle = await bed.bundle((await bed.round()).roundId)
  expect(bundle.entries.map(entry => entry.entryId)).toEqual(taken.toSorted())
})
