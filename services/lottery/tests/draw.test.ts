import { verifyChain } from '@asaichi/audit/chain.ts'
import { emit } from '@asaichi/bus/emit.ts'
import {
  explainEntry,
  getEntryMail,
  listMyEntries,
  resultsReady,
  withdrawEntry,
} from '@asaichi/contract/lottery/entries.ts'
import {
  getWinners,
  listAuditLog,
  roundClosedEmpty,
  roundFrozen,
  roundPublished,
} from '@asaichi/contract/lottery/rounds.ts'
import { listResults, resendResults, tryDraw } from '@asaichi/contract/lottery/staff.ts'
import { winnersPlaced, winnerTurnedAway } from '@asaichi/contract/reservation/winners.ts'
import { verifyBundle } from '@asaichi/draw/verify.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { CLOSES, HOUR, staff, staffElsewhere, startLotteryBed } from './lottery-bed.ts'

const bed = await forThisFile(startLotteryBed())

async function town() {
  const [ann, ben, cho, dan] = await bed.people(4)
  if (!ann || !ben || !cho || !dan) throw new Error('nobody')
  return { ann, ben, cho, dan }
}

test('V1, M18–M20: two for one hour, one for a hall, one who withdrew: a winner each, and a bundle anyone can check', async () => {
  const { ann, ben, cho, dan } = await town()
  const rivals = [await bed.entered(ann), await bed.entered(ben)]
  const alone = await bed.entered(cho, { wish: { listingId: 'hall', from: '10:00', to: '12:00' } })
  const { entryId: withdrawn } = await bed.entered(dan)
  await bed.call(withdrawEntry, { actor: dan, entryId: withdrawn })
  const { roundId } = await bed.round()
  expect(await bed.call(tryDraw, { actor: staff, roundId })).toEqual({
    ok: true,
    value: { entries: 3, winners: 2, contestedSlots: 2, alikeEntries: 0 },
  })

  await bed.at(CLOSES)
  const frozen = await bed.round()
  expect(frozen).toMatchObject({ status: 'frozen', freeze: { at: CLOSES, count: 3 } })
  const { root } = await bed.facts.waitFor(roundFrozen, fact => fact.roundId === roundId)
  expect(root).toBe(frozen.freeze?.root)

  await bed.at('2024-11-02T21:59:59.999Z')
  expect(await bed.round()).toMatchObject({ status: 'drawn', freeze: frozen.freeze })
  await bed.at(HOUR)
  expect(await bed.round()).toMatchObject({ status: 'published', problem: null })
  expect(bed.beacon.asked).toEqual([
    `/${bed.beacon.chain.hash}/public/${frozen.commitment?.beaconRound ?? 0}`,
  ])

  const bundle = await bed.bundle(roundId)
  const checks = verifyBundle(bundle, { root })
  expect(checks.filter(check => check.status === 'failed')).toEqual([])
  expect(checks.filter(check => check.status === 'flagged').map(check => check.id)).toEqual(['chain'])
  expect(JSON.stringify(bundle)).not.toContain(ann.personId)
  expect(JSON.stringify(bundle)).not.toContain(withdrawn)

  const results = await bed.call(listResults, { actor: staff, roundId })
  const items = results.ok ? results.value.items : []
  expect(items.map(item => item.status).toSorted()).toEqual(['lost', 'won', 'won'])
  expect(
    items.filter(item => rivals.some(rival => rival.entryId === item.entryId && item.status === 'won')),
  ).toHaveLength(1)
  expect(items.find(item => item.entryId === alone.entryId)).toMatchObject({ status: 'won', wonWish: 0 })

  const winners = await bed.call(getWinners, { roundId })
  expect(winners).toMatchObject({ ok: true, value: { next: null } })
  expect(winners.ok && winners.value.items.map(winner => winner.entryId)).toEqual(
    items.filter(item => item.status === 'won').map(item => item.entryId),
  )
  const first = await bed.call(getWinners, { roundId, limit: 1 })
  const rest = await bed.call(getWinners, {
    roundId,
    ...(first.ok && first.value.next && { after: first.value.next }),
  })
  expect([first, rest].flatMap(page => (page.ok ? page.value.items : []))).toHaveLength(2)
  await bed.facts.waitFor(roundPublished, fact => fact.roundId === roundId && fact.winners === 2)
  expect(
    bed.facts
      .of(resultsReady)
      .flatMap(({ entries, sending }) => entries.map(({ entryId }) => ({ entryId, sending })))
      .toSorted(byId),
  ).toEqual(items.map(({ entryId }) => ({ entryId, sending: 1 })))
  expect(bed.facts.of(roundClosedEmpty).some(fact => fact.roundId === roundId)).toBe(false)
})

test('V1: the loser reads their place, who was ahead and how to check; nobody else’s entry is explained to a resident', async () => {
  const { roundId } = await bed.round()
  const results = await bed.call(listResults, { actor: staff, roundId })
  const lost = results.ok ? results.value.items.find(item => item.status === 'lost') : undefined
  if (!lost) throw new Error('nobody lost')
  const owner = { personId: lost.personId, role: 'resident', cityId: 'mitaka' } as const
  const { freeze } = await bed.round()
  expect(await bed.call(explainEntry, { actor: owner, entryId: lost.entryId })).toMatchObject({
    ok: true,
    value: {
      of: 3,
      result: { outcome: 'lost' },
      wishes: [{ verdict: 'taken', ahead: 1 }],
      inclusion: { root: freeze?.root },
    },
  })
  expect(await bed.call(explainEntry, { actor: staff, entryId: lost.entryId })).toMatchObject({ ok: true })
  for (const actor of [staffElsewhere, await bed.person()])
    expect(await bed.call(explainEntry, { actor, entryId: lost.entryId })).toMatchObject({
      refusal: { code: 'not-found' },
    })
  expect(await bed.call(getEntryMail, { entryId: lost.entryId })).toMatchObject({ value: { status: 'lost' } })
})

test('M20: what became of a win is kept; one that met a closure counts no longer', async () => {
  const { roundId } = await bed.round()
  const winners = await bed.call(getWinners, { roundId })
  const [placed, turned] = winners.ok ? winners.value.items : []
  if (!placed || !turned) throw new Error('too few winners')
  const reservationId = newId()
  const { entryId } = placed
  const { reservation } = bed.neighbours
  await reservation.publish(async tx => {
    await emit(tx, winnersPlaced, {
      aggregateId: entryId,
      version: 1,
      data: { cityId: 'mitaka', winners: [{ entryId, reservationId }] },
    })
    await emit(tx, winnerTurnedAway, {
      aggregateId: turned.entryId,
      version: 1,
      data: {
        entryId: turned.entryId,
        personId: turned.personId,
        cityId: 'mitaka',
        blocker: { kind: 'closure', since: HOUR },
      },
    })
  })
  await bed.quiet(reservation)
  const entryOf = async (winner: typeof placed) => {
    const actor = { personId: winner.personId, role: 'resident', cityId: 'mitaka' } as const
    const mine = await bed.call(listMyEntries, { actor })
    return mine.ok ? mine.value.items[0] : undefined
  }
  expect(await entryOf(placed)).toMatchObject({ status: 'won', reservationId })
  expect(await entryOf(turned)).toMatchObject({
    status: 'void',
    voidBecause: 'closure',
    reservationId: null,
  })
})

test('staff send the result mails again as another wave, and only of their own city', async () => {
  const { roundId } = await bed.round()
  expect(await bed.call(resendResults, { actor: staff, roundId })).toEqual({ ok: true, value: { mails: 2 } })
  await bed.facts.waitFor(resultsReady, fact => fact.sending === 2)
  expect(await bed.call(resendResults, { actor: staffElsewhere, roundId })).toMatchObject({
    refusal: { code: 'not-found' },
  })
  const resident = { ...staff, role: 'resident' } as const
  expect(await bed.call(resendResults, { actor: resident, roundId })).toMatchObject({
    refusal: { code: 'not-allowed' },
  })
})

test('V4: opening, freeze, chance, draw and publication are in the log, and its chain is whole', async () => {
  const { roundId, freeze } = await bed.round()
  const log = await bed.call(listAuditLog, { limit: 500 })
  const rows = log.ok ? log.value.items : []
  expect(verifyChain(rows)).toEqual({ status: 'whole' })
  const ours = rows.filter(row => row.data.includes(roundId))
  expect(ours.map(row => row.kind)).toEqual([
    'round-opened',
    'round-frozen',
    'chance-taken',
    'round-drawn',
    'round-published',
  ])
  expect(ours[1]?.data).toContain(freeze?.root)
  expect(ours[3]?.data).toContain((await bed.bundle(roundId)).resultDigest)
})

function byId(one: { readonly entryId: string }, other: { readonly entryId: string }): number {
  return one.entryId < other.entryId ? -1 : 1
}
