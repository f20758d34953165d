import { FrozenRound } from '@asaichi/contract/lottery/draw-bundle.ts'
import { resultsReady } from '@asaichi/contract/lottery/entries.ts'
import { roundFrozen, roundPublished } from '@asaichi/contract/lottery/rounds.ts'
import { runDraw } from '@asaichi/draw/draw.ts'
import { verifyBundle } from '@asaichi/draw/verify.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { expect, test } from 'vitest'
import type { Failpoint } from '../src/context.ts'
import { CLOSES, HOUR, type LotteryBed, startLotteryBed } from './lottery-bed.ts'

const FAILPOINTS = ['freeze', 'chance', 'rank', 'allocate', 'store', 'publish'] as const

/** The digest that list and beacon alone lead to. */
async function expectedDigest(bed: LotteryBed, roundId: string): Promise<string> {
  const [row] = await bed.sql<{ list: string }>('select list from lottery.frozen_lists where round_id = $1', [
    roundId,
  ])
  const list = FrozenRound.parse(JSON.parse(row?.list ?? ''))
  const drawn = runDraw(list, { beacon: bed.beacon.sign(list.commitment.beaconRound), exclusions: [] })
  if (!drawn.ok) throw new Error('not drawable')
  return drawn.value.resultDigest
}

test.each(FAILPOINTS)(
  'F7: a draw that dies at "%s" ends with the one digest, and everything is told once',
  async at => {
    const died: Failpoint[] = []
    const failpoint = (name: Failpoint) => {
      if (name !== at || died.length > 1) return
      died.push(name)
      throw new Error(`killed at ${name}`)
    }
    await using bed = await startLotteryBed({ failpoint })
    const entries = await Promise.all((await bed.people(5)).map(actor => bed.entered(actor)))
    const roundId = entries[0]?.roundId ?? ''
    await bed.at(HOUR)
    expect(await bed.round()).toMatchObject({ status: 'published' })
    expect(died).toEqual([at, at])
    const bundle = await bed.bundle(roundId)
    expect(bundle.resultDigest).toBe(await expectedDigest(bed, roundId))
    expect(verifyBundle(bundle).filter(check => check.status === 'failed')).toEqual([])
    expect(bed.facts.of(roundFrozen)).toHaveLength(1)
    expect(bed.facts.of(roundPublished)).toHaveLength(1)
    expect(bed.facts.of(resultsReady).flatMap(({ entries }) => entries)).toHaveLength(5)
  },
)

test('F6: one process sleeps in the middle of a draw, another finishes it, and the sleeper changes nothing when it wakes', async () => {
  const sleeping = Promise.withResolvers<void>()
  const asleep = Promise.withResolvers<void>()
  let slept = false
  const failpoint = (name: Failpoint) => {
    if (name !== 'chance' || slept) return undefined
    slept = true
    asleep.resolve()
    return sleeping.promise
  }
  await using bed = await startLotteryBed({ failpoint })
  const { roundId } = await bed.entered(await bed.person())
  await bed.at(CLOSES)
  const moving = bed.at('2024-11-02T21:59:00.000Z')
  await asleep.promise
  await bed.startReplica()
  await eventually(async () => expect(await bed.round()).toMatchObject({ status: 'drawn' }))
  sleeping.resolve()
  await moving
  await bed.at(HOUR)
  expect(await bed.round()).toMatchObject({ status: 'published' })
  expect((await bed.bundle(roundId)).resultDigest).toBe(await expectedDigest(bed, roundId))
  const [log] = await bed.sql<{ draws: number }>(
    `select count(*)::int as draws from lottery.audit_log where kind = 'round-drawn'`,
  )
  expect(log?.draws).toBe(1)
})

test('D17: a service that slept from before the close past the beacon freezes late and names a later beacon, flagged', async () => {
  await using bed = await startLotteryBed()
  const { roundId } = await bed.entered(await bed.person())
  await bed.at('2024-11-02T14:00:00.000Z')
  await bed.sql(`update public.town_clock set held_at = '2024-11-02T21:55:00.000Z'`)
  await bed.at('2024-11-02T21:55:00.001Z')
  const { freeze, commitment, status } = await bed.round()
  expect(status).toBe('frozen')
  expect(freeze?.at).toBe(commitment?.publishedAt)
  await bed.at('2024-11-02T22:30:00.000Z')
  expect(await bed.round()).toMatchObject({ status: 'published' })
  const checks = verifyBundle(await bed.bundle(roundId))
  expect(checks.filter(check => check.status === 'failed')).toEqual([])
  expect(checks.find(check => check.id === 'times')).toMatchObject({ status: 'flagged' })
})

test('F8: a lottery that is dead from before the beacon until 07:03 draws by the beacon and publishes when it is back', async () => {
  await using bed = await startLotteryBed()
  const { roundId } = await bed.entered(await bed.person())
  await bed.at('2024-11-02T21:49:00.000Z')
  await bed.lottery[Symbol.asyncDispose]()
  await bed.sql(`update public.town_clock set held_at = '2024-11-02T22:03:00.000Z'`)
  await bed.startReplica()
  await bed.facts.waitFor(roundPublished, fact => fact.roundId === roundId)
  const bundle = await bed.bundle(roundId)
  expect(bundle.beacon.kind).toBe('drand')
  expect(verifyBundle(bundle).filter(check => check.status === 'failed')).toEqual([])
})
