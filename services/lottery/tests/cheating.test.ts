import { resultsReady } from '@asaichi/contract/lottery/entries.ts'
import { getBundlePart, roundCancelled, roundClosedEmpty } from '@asaichi/contract/lottery/rounds.ts'
import { cancelRound, listResults } from '@asaichi/contract/lottery/staff.ts'
import { verifyBundle } from '@asaichi/draw/verify.ts'
import { expect, test } from 'vitest'
import { CLOSES, DATE, HOUR, type LotteryBed, staff, staffElsewhere, startLotteryBed } from './lottery-bed.ts'

async function frozenBed(): Promise<
  LotteryBed & { readonly roundId: string; readonly entryIds: readonly string[] }
> {
  const bed = await startLotteryBed()
  const actors = await bed.people(3)
  const entries = await Promise.all(actors.map(actor => bed.entered(actor)))
  await bed.at(CLOSES)
  return { ...bed, roundId: entries[0]?.roundId ?? '', entryIds: entries.map(entry => entry.entryId) }
}

const edits: readonly (readonly [string, string])[] = [
  ['whose entry it is', `update lottery.entries set person_id = gen_random_uuid() where entry_id = $1`],
  [
    'what is wished for',
    `update lottery.entries set wishes = jsonb_set(wishes, '{0,from}', '"11:00"') where entry_id = $1`,
  ],
  ['earlier wins', `update lottery.entries set prior_wins = 3 where entry_id = $1`],
  ['who is in the list', `update lottery.entries set status = 'withdrawn' where entry_id = $1`],
  [
    'the stored terms',
    `update lottery.frozen_lists set list = replace(list, '"winsPerDay":4', '"winsPerDay":1') where $1 <> ''`,
  ],
  [
    'the published root',
    `update lottery.rounds set root = repeat('0', 64) where status = 'frozen' and $1 <> ''`,
  ],
]

test.each(edits)(
  'A67: a round in which someone edited %s after the freeze is not drawn, and everyone sees it',
  async (_, edit) => {
    await using bed = await frozenBed()
    await bed.sql(edit, [bed.entryIds[0]])
    await bed.at('2024-11-02T22:30:00.000Z')
    expect(await bed.round()).toMatchObject({ status: 'frozen', problem: 'list-edited' })
    const { roundId } = bed
    expect(await bed.call(getBundlePart, { roundId, part: 0 })).toMatchObject({
      refusal: { code: 'not-found' },
    })
    expect(bed.facts.all.some(({ subject }) => subject.includes('result-ready'))).toBe(false)
  },
)

test('A67: a win that someone gives to another person between draw and hour is not published', async () => {
  await using bed = await frozenBed()
  const [entryId, rivalId] = bed.entryIds
  await bed.at('2024-11-02T21:59:00.000Z')
  expect(await bed.round()).toMatchObject({ status: 'drawn' })
  const [owner] = await bed.sql<{ person_id: string }>(
    'select person_id from lottery.entries where entry_id = $1',
    [entryId],
  )
  const give = 'update lottery.entries set person_id = $2 where entry_id = $1'
  await bed.sql(give, [entryId, staff.personId])
  await bed.at('2024-11-02T22:05:00.000Z')
  expect(await bed.round()).toMatchObject({ status: 'drawn', problem: 'list-edited' })

  await bed.sql(give, [entryId, owner?.person_id])
  const swap = `update lottery.bundles set bundle = replace(replace(replace(bundle, $1, 'swap'), $2, $1), 'swap', $2)`
  await bed.sql(swap, [entryId, rivalId])
  await bed.at('2024-11-02T22:15:00.000Z')
  expect(await bed.round()).toMatchObject({ status: 'drawn', problem: 'list-edited' })

  await bed.sql(swap, [entryId, rivalId])
  await bed.at('2024-11-02T22:25:00.000Z')
  expect(await bed.round()).toMatchObject({ status: 'published', problem: null })
})

test('A67: rows that come back as they were are drawn after all, with the chance of the first try', async () => {
  await using bed = await frozenBed()
  await bed.sql('update lottery.entries set people = people, prior_wins = 1 where entry_id = $1', [
    bed.entryIds[0],
  ])
  await bed.at('2024-11-02T22:30:00.000Z')
  expect(await bed.round()).toMatchObject({ status: 'frozen' })
  const asked = bed.beacon.asked.length
  await bed.sql('update lottery.entries set prior_wins = 0 where entry_id = $1', [bed.entryIds[0]])
  await bed.at('2024-11-03T00:00:00.000Z')
  expect(await bed.round()).toMatchObject({ status: 'published', problem: null })
  expect(bed.beacon.asked).toHaveLength(asked)
  expect(verifyBundle(await bed.bundle(bed.roundId)).some(check => check.status === 'failed')).toBe(false)
})

test('A68, F6: a drawn round is not drawn a second time, however it is asked for', async () => {
  await using bed = await frozenBed()
  await bed.at('2024-11-02T21:55:00.000Z')
  const digests = () => bed.sql<{ result_digest: string }>('select result_digest from lottery.bundles')
  const before = await digests()
  expect(before).toHaveLength(1)
  await bed.sql(
    `insert into lottery.due_work (kind, key, due_at) values ('draw-round', $1, '2024-11-02T21:56:00Z')`,
    [bed.roundId],
  )
  await bed.sql(`update lottery.rounds set draw_wanted_at = public.town_now() where round_id = $1`, [
    bed.roundId,
  ])
  await bed.at(HOUR)
  await bed.sql(
    `insert into lottery.due_work (kind, key, due_at) values ('draw-round', $1, '2024-11-02T22:01:00Z')`,
    [bed.roundId],
  )
  await bed.at('2024-11-02T22:05:00.000Z')
  expect(await digests()).toEqual(before)
  expect((await bed.bundle(bed.roundId)).resultDigest).toBe(before[0]?.result_digest)
})

test('P5: a round cancelled before its outcome can be known says why, tells all who entered, is never drawn, and leaves its date to first-come', async () => {
  await using bed = await frozenBed()
  const { roundId } = bed
  const reason = '設備故障のため'
  const resident = { ...staff, role: 'resident' } as const
  expect(await bed.call(cancelRound, { actor: resident, roundId, reason })).toMatchObject({
    refusal: { code: 'not-allowed' },
  })
  expect(await bed.call(cancelRound, { actor: staffElsewhere, roundId, reason })).toMatchObject({
    refusal: { code: 'not-found' },
  })
  expect(await bed.call(cancelRound, { actor: staff, roundId, reason })).toMatchObject({
    ok: true,
    value: { status: 'cancelled', cancelReason: reason },
  })
  expect(await bed.call(cancelRound, { actor: staff, roundId, reason })).toMatchObject({
    refusal: { code: 'round-over', detail: { status: 'cancelled' } },
  })
  await bed.facts.waitFor(roundCancelled, fact => fact.roundId === roundId)
  const told = await bed.facts.waitFor(resultsReady, fact => fact.roundId === roundId)
  expect(told.entries.map(({ entryId }) => entryId)).toEqual([...bed.entryIds].sort())
  await bed.facts.waitFor(roundClosedEmpty, fact => fact.roundId === roundId && fact.date === DATE)
  await bed.at('2024-11-02T22:05:00.000Z')
  expect(await bed.round()).toMatchObject({ status: 'cancelled' })
  expect(await bed.call(listResults, { actor: staff, roundId })).toMatchObject({ ok: false })
  const [row] = await bed.sql<{ statuses: string }>(
    "select string_agg(distinct status, ',') as statuses from lottery.entries",
  )
  expect(row?.statuses).toBe('void')
})

test('a person suspended after the freeze is passed over, nobody else moves, and after the beacon nobody can be', async () => {
  await using bed = await startLotteryBed()
  const actors = await bed.people(3)
  const [first, second] = actors
  if (!first || !second) throw new Error('nobody')
  const entries = await Promise.all(actors.map(actor => bed.entered(actor)))
  await bed.at(CLOSES)
  await bed.setPermission(first, 'suspended', 2)
  await bed.at('2024-11-02T21:51:00.000Z')
  await bed.setPermission(second, 'suspended', 2)
  await bed.at(HOUR)
  const bundle = await bed.bundle(entries[0]?.roundId ?? '')
  expect(bundle.exclusions).toEqual([{ entryId: entries[0]?.entryId, reason: 'suspended', at: CLOSES }])
  expect(verifyBundle(bundle).filter(check => check.status === 'failed')).toEqual([])
  const [row] = await bed.sql<{ status: string }>('select status from lottery.entries where entry_id = $1', [
    entries[0]?.entryId,
  ])
  expect(row?.status).toBe('void')
})
