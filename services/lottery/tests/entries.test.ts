import { emit } from '@asaichi/bus/emit.ts'
import { permissionChanged } from '@asaichi/contract/identity/permission.ts'
import {
  entryReceived,
  entryWithdrawn,
  getEntryMail,
  listMyEntries,
  withdrawEntry,
} from '@asaichi/contract/lottery/entries.ts'
import { replayOutboxOf } from '@asaichi/contract/town/town.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { CLOSES, DATE, type LotteryBed, OPENS, startLotteryBed, wishOf } from './lottery-bed.ts'

const bed = await forThisFile(
  startLotteryBed({
    policy: {
      draw: {
        entriesPerMonth: 5,
        winsPerMonth: 4,
        winsPerDay: 4,
        maxWishes: 3,
        showCounts: true,
        confirmDays: null,
      },
    },
  }),
)

test('M19: an entry shows 抽選前 with its room and times, is told of, and is counted where the city shows it', async () => {
  const actor = await bed.person()
  const entry = await bed.entered(actor, { wish: { from: '18:00', to: '19:30' } })
  expect(entry).toMatchObject({
    personId: actor.personId,
    status: 'entered',
    wishes: [{ venueName: '試験公会堂', spaceName: '1階洋室', from: '18:00', to: '19:30' }],
    wonWish: null,
    position: null,
    enteredAt: OPENS,
    closesAt: CLOSES,
  })
  expect(entry.entryId[14]).toBe('4')
  expect(await bed.facts.waitFor(entryReceived, fact => fact.entryId === entry.entryId)).toEqual({
    entryId: entry.entryId,
    roundId: entry.roundId,
    cityId: 'mitaka',
    personId: actor.personId,
  })
  const { entriesPerSlot } = await bed.round()
  expect(entriesPerSlot).toContainEqual({ ...wishOf({ from: '18:00', to: '19:30' }), entries: 1 })
  expect(await bed.call(getEntryMail, { entryId: entry.entryId })).toMatchObject({
    ok: true,
    value: { status: 'entered', venueAddress: '試験市1-2-3', venueId: 'kokaido' },
  })
})

const refusals: readonly (readonly [string, Parameters<LotteryBed['enter']>[1], object])[] = [
  ['an unknown listing', { wish: { listingId: 'nowhere' } }, { code: 'unknown-listing' }],
  [
    'M19: a time off the grid',
    { wish: { from: '09:10' } },
    { code: 'off-grid', detail: { stepMinutes: 30 } },
  ],
  ['a span that ends before it starts', { wish: { from: '11:00', to: '10:00' } }, { code: 'off-grid' }],
  [
    'M10: a time before the doors open',
    { wish: { from: '08:30' } },
    { code: 'outside-hours', detail: { opens: '09:00', closes: '21:00', reason: null } },
  ],
  [
    'more people than the room holds',
    { people: 27 },
    { code: 'people-out-of-range', detail: { capacity: 26 } },
  ],
  ['nobody at all', { people: 0 }, { code: 'people-out-of-range' }],
  [
    'M14: a paid event in the free listing',
    { paidEvent: true },
    { code: 'wrong-listing', detail: { use: 'paid-event', listingId: 'yoshitsu-paid' } },
  ],
  [
    'M14: a free event in the paid listing',
    { wish: { listingId: 'yoshitsu-paid' } },
    { code: 'wrong-listing', detail: { use: 'free', listingId: 'yoshitsu' } },
  ],
  [
    'M24: old terms',
    { acceptedTermsVersion: '2023-04' },
    { code: 'terms-not-accepted', detail: { termsVersion: '2024-04' } },
  ],
  [
    'more wishes than the city takes',
    { wishes: ['09:00', '10:00', '11:00', '12:00'].map(from => wishOf({ from, to: '13:00' })) },
    { code: 'too-many-wishes', detail: { max: 3 } },
  ],
  [
    'wishes of two rounds',
    { wishes: [wishOf(), wishOf({ date: '2024-11-30' })] },
    { code: 'wishes-of-different-rounds' },
  ],
  [
    'M17: day −36',
    { wish: { date: '2024-12-02' } },
    { code: 'entries-not-open-yet', detail: { opensAt: '2024-10-27T15:00:00.000Z', serverTime: OPENS } },
  ],
  ['a date nobody has planned yet', { wish: { date: '2026-01-10' } }, { code: 'entries-not-open-yet' }],
  ['M17: a date whose window has closed', { wish: { date: '2024-11-10' } }, { code: 'entries-closed' }],
  ['a date of the past', { wish: { date: '2024-01-10' } }, { code: 'entries-closed' }],
  ['a date before all calendars', { wish: { date: '1800-01-01' } }, { code: 'no-lottery' }],
]

test.each(refusals)('%s is refused with its reason', async (_, form, refusal) => {
  expect(await bed.enter(await bed.person(), form)).toMatchObject({ ok: false, refusal })
})

test('M7: nobody enters without 承認, and M15: nobody under 18 without an adult', async () => {
  const applied = await bed.person('applied')
  expect(await bed.enter(applied)).toMatchObject({
    refusal: { code: 'not-approved', detail: { permission: 'applied' } },
  })
  const stranger = { personId: newId(), role: 'resident', cityId: 'mitaka' } as const
  expect(await bed.enter(stranger)).toMatchObject({ refusal: { detail: { permission: 'none' } } })
  const young = await bed.person('approved', '2024-12-02')
  expect(await bed.enter(young)).toMatchObject({ refusal: { code: 'guardian-needed' } })
  expect(await bed.enter(young, { guardianPresent: true })).toMatchObject({ ok: true })
})

test('D5: the same key answers the same entry, also at once; with another form it is refused', async () => {
  const actor = await bed.person()
  const key = newId()
  const [first, second] = await Promise.all([bed.entered(actor, {}, key), bed.entered(actor, {}, key)])
  expect(second.entryId).toBe(first.entryId)
  expect(await bed.enter(actor, { people: 11 }, key)).toMatchObject({
    refusal: { code: 'key-used-differently' },
  })
  const mine = await bed.call(listMyEntries, { actor })
  expect(mine).toMatchObject({ ok: true, value: { items: [{ entryId: first.entryId }], next: null } })
})

test('G3, A73: two entries of one person never overlap, whatever the room, also when they come at once', async () => {
  const actor = await bed.person()
  const outcomes = await Promise.all([
    bed.enter(actor, { wish: { from: '13:00', to: '15:00' } }),
    bed.enter(actor, { wish: { from: '14:00', to: '16:00', listingId: 'hall' } }),
    bed.enter(actor, { wish: { from: '13:30', to: '14:30', listingId: 'hall-a' } }),
  ])
  const accepted = outcomes.filter(outcome => outcome.ok)
  expect(accepted).toHaveLength(1)
  expect(outcomes.filter(outcome => !outcome.ok).map(outcome => outcome.refusal)).toEqual(
    Array(2).fill({ code: 'overlaps-own-entry', detail: { entryId: accepted[0]?.value.entryId } }),
  )
  expect(await bed.enter(actor, { wish: { from: '16:00', to: '17:00' } })).toMatchObject({ ok: true })
})

test('G2: of twenty entries at once exactly the quota is taken; a withdrawn one gives its place back', async () => {
  const actor = await bed.person()
  const times = Array.from({ length: 20 }, (_, nr) => wishOf({ from: half(18 + nr), to: half(19 + nr) }))
  const outcomes = await Promise.all(times.map(wish => bed.enter(actor, { wish })))
  const taken = outcomes.flatMap(outcome => (outcome.ok ? [outcome.value] : []))
  expect(taken).toHaveLength(5)
  for (const outcome of outcomes)
    if (!outcome.ok) expect(outcome.refusal).toEqual({ code: 'entry-quota-reached', detail: { limit: 5 } })
  const [first] = taken
  const withdrawal = { actor, entryId: first?.entryId ?? '' }
  expect(await bed.call(withdrawEntry, withdrawal)).toMatchObject({
    ok: true,
    value: { status: 'withdrawn' },
  })
  expect(await bed.call(withdrawEntry, withdrawal)).toMatchObject({
    ok: true,
    value: { status: 'withdrawn' },
  })
  const told = () => bed.facts.of(entryWithdrawn).filter(fact => fact.personId === actor.personId)
  await eventually(() => expect(told()).toHaveLength(1))
  const free = times.find(wish => taken.every(entry => entry.wishes[0]?.from !== wish.from))
  expect(await bed.enter(actor, { wish: free ?? wishOf() })).toMatchObject({ ok: true })
}, 20_000)

test('M28: my entries come newest first, page by page, and nobody else’s', async () => {
  const actor = await bed.person()
  for (const from of [18, 20, 22])
    await bed.entered(actor, { wish: { from: half(from), to: half(from + 1) } })
  const seen: string[] = []
  for (let after: string | undefined; ; ) {
    const outcome = await bed.call(listMyEntries, { actor, limit: 2, ...(after && { after }) })
    if (!outcome.ok) throw new Error('no page')
    seen.push(...outcome.value.items.map(entry => entry.entryId))
    if (outcome.value.next === null) break
    after = outcome.value.next
  }
  expect(new Set(seen).size).toBe(3)
  for (const after of ['2024-13-45T99:99:99.999Z_x', `${OPENS}_${newId()}`])
    await expect(bed.call(listMyEntries, { actor, after })).rejects.toThrow('malformed')
  const other = await bed.person()
  expect(await bed.call(withdrawEntry, { actor: other, entryId: seen[0] ?? '' })).toMatchObject({
    refusal: { code: 'not-found' },
  })
})

test('F13, F14: a fact that comes twice, or an older one after a newer, changes nothing', async () => {
  const actor = await bed.person('applied')
  await bed.setPermission(actor, 'approved', 3)
  await bed.setPermission(actor, 'returned', 2)
  await bed.call(replayOutboxOf('identity'), { since: null })
  await bed.quiet(bed.neighbours.identity)
  expect(await bed.enter(actor)).toMatchObject({ ok: true })
  await bed.neighbours.identity.publish(tx =>
    emit(tx, permissionChanged, {
      aggregateId: `${actor.personId}:mitaka`,
      version: 4,
      data: { personId: actor.personId, cityId: 'mitaka', status: 'suspended', adultFrom: '2000-01-01' },
    }),
  )
  await bed.quiet(bed.neighbours.identity)
  expect(await bed.enter(actor, { wish: { from: '20:00', to: '21:00' } })).toMatchObject({
    refusal: { detail: { permission: 'suspended' } },
  })
})

test('A64: an entry at the closing instant and a withdrawal after it are refused; the last moment before still counts', async () => {
  const actor = await bed.person()
  await bed.at('2024-11-02T14:59:59.999Z')
  const last = await bed.entered(actor, { wish: { date: DATE, from: '11:00', to: '12:00' } })
  await bed.at(CLOSES)
  const refusal = { code: 'entries-closed', detail: { closedAt: CLOSES } }
  expect(await bed.enter(actor, { wish: { from: '15:00', to: '16:00' } })).toMatchObject({ refusal })
  expect(await bed.call(withdrawEntry, { actor, entryId: last.entryId })).toMatchObject({ refusal })
  expect(await bed.round()).toMatchObject({ status: 'frozen', entriesPerSlot: null })
})

function half(slot: number): string {
  return `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 ? '30' : '00'}`
}
