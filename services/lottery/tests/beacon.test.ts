import { randomnessOf } from '@asaichi/draw/beacon.ts'
import { verifyBundle } from '@asaichi/draw/verify.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { beaconClient } from '../src/beacon-client.ts'
import { type Mood, startLocalBeacon } from './local-beacon.ts'
import { FALLBACK, HOUR, startLotteryBed } from './lottery-bed.ts'

const beacon = await forThisFile(startLocalBeacon())

function ask(mood: Mood) {
  beacon.behave(mood)
  const { chain } = beacon
  return beaconClient(`${beacon.url}/`)({
    chain,
    beaconRound: 77,
    publishedAt: HOUR,
    fallbackHash: '0'.repeat(64),
  })
}

test('D18: the committed round is asked for by chain and number, and its randomness is the hash of its signature', async () => {
  const answer = await ask('signed')
  const { signature } = beacon.sign(77)
  expect(answer).toEqual({
    status: 'signed',
    beacon: { kind: 'drand', round: 77, signature, randomness: randomnessOf(signature) },
  })
  expect(beacon.asked.at(-1)).toBe(`/${beacon.chain.hash}/public/77`)
})

test.each([
  ['another key’s signature', 'other-key', 'signature-not-valid'],
  ['an old round', 'old-round', 'signature-not-valid'],
  ['a page instead of an answer', 'nonsense', 'signature-not-valid'],
  ['a broken line', 'down', 'unreachable'],
  ['a redirection', 'redirect', 'unreachable'],
  ['an answer without end', 'endless', 'unreachable'],
] as const)('F37: %s is no beacon', async (_, mood, reason) => {
  expect(await ask(mood)).toEqual({ status: 'failed', reason })
})

test.each([
  ['is away', 'down', 'unreachable'],
  ['lies', 'other-key', 'signature-not-valid'],
] as const)(
  'F37: a beacon that %s until 06:58 is replaced by the committed secret, and the bundle says so',
  async (_, mood, reason) => {
    await using bed = await startLotteryBed()
    bed.beacon.behave(mood)
    const [ann, ben] = await bed.people(2)
    if (!ann || !ben) throw new Error('nobody')
    const { roundId } = await bed.entered(ann)
    await bed.entered(ben)
    await bed.at('2024-11-02T21:57:59.999Z')
    expect(await bed.round()).toMatchObject({ status: 'frozen' })
    expect(bed.beacon.asked.length).toBeGreaterThan(20)
    await bed.at(FALLBACK)
    expect(await bed.round()).toMatchObject({ status: 'drawn' })
    const [kept] = await bed.sql<{ text: string }>(
      `select string_agg(data, ' ') as text from lottery.audit_log where kind = 'chance-taken'`,
    )
    expect(kept?.text).toContain(reason)
    expect(kept?.text).not.toContain('secret')
    await bed.at(HOUR)
    const bundle = await bed.bundle(roundId)
    expect(bundle.beacon).toMatchObject({ kind: 'fallback', reason, claimedAt: FALLBACK })
    const checks = verifyBundle(bundle)
    expect(checks.filter(check => check.status === 'failed')).toEqual([])
    expect(checks.find(check => check.id === 'beacon')).toMatchObject({ status: 'flagged' })
  },
)

test('F37: a beacon that comes back in time decides', async () => {
  await using bed = await startLotteryBed()
  bed.beacon.behave('down')
  const { roundId } = await bed.entered(await bed.person())
  await bed.at('2024-11-02T21:55:00.000Z')
  bed.beacon.behave('signed')
  await bed.at(HOUR)
  expect((await bed.bundle(roundId)).beacon.kind).toBe('drand')
})
