import type { Actor } from '@asaichi/contract/actor.ts'
import { drawRepeated } from '@asaichi/contract/lottery/entries.ts'
import { getRound, listAuditLog } from '@asaichi/contract/lottery/rounds.ts'
import { cancelRound, redrawRound } from '@asaichi/contract/lottery/staff.ts'
import { verifyBundle } from '@asaichi/draw/verify.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { expect, test } from 'vitest'
import { CLOSES, DATE, type LotteryBed, staff, staffElsewhere, startLotteryBed } from './lottery-bed.ts'

const DECIDED = '2024-11-02T21:55:00.000Z'
const AFTER_THE_HOUR = '2024-11-02T22:05:00.000Z'
const colleague: Actor = { ...staff, personId: newId() }
const reason = '名簿の確認のため'

/** A round with six entries for one hour, drawn and not published. */
async function drawnBed(): Promise<LotteryBed & { readonly roundId: string; readonly entrant: Actor }> {
  const bed = await startLotteryBed()
  const actors = await bed.people(6)
  const entries = await Promise.all(actors.map(actor => bed.entered(actor)))
  await bed.at(CLOSES)
  await bed.at(DECIDED)
  expect(await bed.round()).toMatchObject({ status: 'drawn' })
  const [entrant = staff] = actors
  return { ...bed, roundId: entries[0]?.roundId ?? '', entrant }
}

async function kindsInLog(bed: LotteryBed): Promise<readonly string[]> {
  const log = await bed.call(listAuditLog, {})
  return log.ok ? log.value.items.map(({ kind }) => kind) : []
}

test('P5, A68: from the beacon’s time on nobody cancels a round, and it is published as it was drawn', async () => {
  await using bed = await drawnBed()
  const { roundId } = bed
  expect(await bed.call(cancelRound, { actor: staff, roundId, reason })).toEqual({
    ok: false,
    refusal: {
      code: 'draw-decided',
      detail: { decidedAt: expect.stringMatching(/^2024-11-02T21:50:0\d/) },
    },
  })
  await bed.at(AFTER_THE_HOUR)
  expect(await bed.round()).toMatchObject({ status: 'published', cancelReason: null, redraws: [] })
})

test('P5: one of the staff alone holds nothing up, however often it is asked for', async () => {
  await using bed = await drawnBed()
  const { roundId } = bed
  for (let nr = 0; nr < 3; nr++)
    expect(await bed.call(redrawRound, { actor: staff, roundId, reason })).toMatchObject({
      ok: true,
      value: { status: 'proposed', round: { status: 'drawn' } },
    })
  expect((await kindsInLog(bed)).filter(kind => kind === 'redraw-proposed')).toHaveLength(1)
  await bed.at(AFTER_THE_HOUR)
  expect(await bed.round()).toMatchObject({ status: 'published', redraws: [] })
  expect(await bed.call(redrawRound, { actor: colleague, roundId, reason })).toMatchObject({
    refusal: { code: 'round-over', detail: { status: 'published' } },
  })
})

test('P5: two of the staff have a round drawn anew: by a later beacon, in public, with every entrant told and the date kept shut', async () => {
  await using bed = await drawnBed()
  const { roundId } = bed
  const before = await bed.round()
  const digests = () => bed.sql<{ result_digest: string }>('select result_digest from lottery.bundles')
  const first = await digests()
  await bed.call(redrawRound, { actor: staff, roundId, reason })
  await bed.at('2024-11-02T21:57:00.000Z')
  expect(await bed.call(redrawRound, { actor: colleague, roundId, reason: '別の言葉' })).toMatchObject({
    ok: true,
    value: {
      status: 'redrawn',
      round: {
        status: 'frozen',
        redraws: [{ proposedAt: DECIDED, confirmedAt: '2024-11-02T21:57:00.000Z', reason }],
      },
    },
  })
  const again = await bed.round()
  expect(again.commitment?.beaconRound).toBeGreaterThan(before.commitment?.beaconRound ?? 0)
  expect(again.commitment?.fallbackHash).toBe(before.commitment?.fallbackHash)
  expect(again.freeze?.root).not.toBe(before.freeze?.root)
  const told = await bed.facts.waitFor(drawRepeated, fact => fact.roundId === roundId)
  expect(told).toMatchObject({ redraw: 1 })
  expect(told.entries).toHaveLength(6)

  await bed.at(AFTER_THE_HOUR)
  expect(await bed.round()).toMatchObject({ status: 'published' })
  expect(await digests()).not.toEqual(first)
  const checks = verifyBundle(await bed.bundle(roundId))
  expect(checks.filter(({ status }) => status === 'failed')).toEqual([])
  expect((await kindsInLog(bed)).slice(-6)).toEqual([
    'redraw-proposed',
    'round-redrawn',
    'round-frozen',
    'chance-taken',
    'round-drawn',
    'round-published',
  ])
  const opened = bed.facts.all.filter(({ subject }) => subject.includes('round-closed-empty'))
  expect(JSON.stringify(opened)).not.toContain(roundId)
})

test('P5: nobody has a draw repeated in which they have an entry, nor residents or staff elsewhere, nor before there is an outcome', async () => {
  await using bed = await drawnBed()
  const { roundId, entrant } = bed
  const codeFor = async (actor: Actor) => {
    const outcome = await bed.call(redrawRound, { actor, roundId, reason })
    return outcome.ok ? outcome.value.status : outcome.refusal.code
  }
  expect(await codeFor(entrant)).toBe('not-allowed')
  expect(await codeFor({ ...entrant, role: 'staff' })).toBe('own-entry')
  expect(await codeFor(staffElsewhere)).toBe('not-found')
  expect(await codeFor(staff)).toBe('proposed')
  expect(await codeFor({ ...entrant, role: 'admin' })).toBe('own-entry')
  const later = await bed.call(getRound, { cityId: 'mitaka', date: '2024-12-02' })
  expect(
    await bed.call(redrawRound, { actor: staff, roundId: later.ok ? later.value.roundId : '', reason }),
  ).toMatchObject({ refusal: { code: 'draw-not-decided' } })
})

test('P5: of many who confirm at once one has it drawn anew, and the next draw begins with a proposal again', async () => {
  await using bed = await drawnBed()
  const { roundId } = bed
  await bed.call(redrawRound, { actor: staff, roundId, reason })
  const others = Array.from({ length: 8 }, (): Actor => ({ ...staff, personId: newId() }))
  const outcomes = await Promise.all(others.map(actor => bed.call(redrawRound, { actor, roundId, reason })))
  const statuses = outcomes.map(outcome => (outcome.ok ? outcome.value.status : outcome.refusal.code))
  expect(statuses.filter(status => status === 'redrawn')).toHaveLength(1)
  expect(new Set(statuses)).toEqual(new Set(['redrawn', 'draw-not-decided']))
  expect((await kindsInLog(bed)).filter(kind => kind === 'round-redrawn')).toHaveLength(1)
  expect(DATE).toBe((await bed.round()).dates.first)
})
