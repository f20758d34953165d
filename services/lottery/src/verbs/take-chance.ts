import type { DrawBeacon } from '@asaichi/contract/lottery/draw-bundle.ts'
import { timeOf } from '@asaichi/draw/beacon.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { schedule } from '@asaichi/store/due-work.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { Draws } from '../context.ts'
import { fallbackAt, nextTryAt } from '../domain/draw-times.ts'
import { appendAudit } from '../store/audit.ts'
import { findExclusions } from '../store/draws.ts'
import { changeRound, findRound, lockRound, type RoundRecord } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'
import { secretPlace } from './open-round.ts'

type FallbackReason = Extract<DrawBeacon, { kind: 'fallback' }>['reason']

/**
 * Writes down what decides the round, once and for good: the beacon's word, or from two minutes before the results on the secret.
 * Answers whether there is one now; otherwise the next try is scheduled. The beacon is asked outside any transaction.
 */
export async function takeChance(db: Kysely<Tables>, draws: Draws, roundId: string): Promise<boolean> {
  const record = await findRound(db, roundId)
  if (record?.round.status !== 'frozen' || !record.wanted) return false
  if (record.chance) return true
  const { commitment } = record.round
  if (!commitment) throw new Error('a frozen round has no commitment')
  const answer = await draws.askBeacon(commitment)
  if (answer.status === 'signed') return keepChance(db, record, answer.beacon)
  draws.log.warn({ roundId, reason: answer.reason }, 'beacon not usable')
  const now = await townNow(db)
  const lastTryAt = fallbackAt(commitment, record.round)
  if (now < lastTryAt) return tryAgain(db, record, nextTryAt(now, lastTryAt))
  draws.log.error({ roundId, reason: answer.reason }, 'drawing with the committed secret')
  return keepChance(db, record, fallback(draws, record, { reason: answer.reason, claimedAt: now }))
}

function keepChance(db: Kysely<Tables>, { round }: RoundRecord, beacon: DrawBeacon): Promise<boolean> {
  return db.transaction().execute(async tx => {
    const record = await lockRound(tx, round.roundId)
    if (record?.round.status !== 'frozen' || !record.round.commitment) return false
    if (record.chance) return true
    const { roundId, commitment } = record.round
    const knownAt = timeOf(commitment.chain, commitment.beaconRound)
    const exclusions = await findExclusions(tx, roundId, knownAt)
    await changeRound(tx, roundId, { chance: { beacon, exclusions } })
    await appendAudit(tx, { kind: 'chance-taken', data: { roundId, beacon: withoutSecret(beacon) } })
    return true
  })
}

function tryAgain(db: Kysely<Tables>, { round }: RoundRecord, dueAt: string): Promise<boolean> {
  return db.transaction().execute(async tx => {
    const record = await lockRound(tx, round.roundId)
    if (record?.round.status !== 'frozen') return false
    if (record.chance) return true
    await changeRound(tx, round.roundId, { drawWantedAt: null })
    await schedule(tx, { kind: 'draw-round', key: round.roundId, dueAt })
    return false
  })
}

function fallback(
  { vault }: Draws,
  { round, sealedSecret }: RoundRecord,
  claim: { readonly reason: FallbackReason; readonly claimedAt: string },
): DrawBeacon {
  if (!sealedSecret) throw new Error('a frozen round has no fallback secret')
  return { kind: 'fallback', secret: vault.open(sealedSecret, secretPlace(round)).toString('hex'), ...claim }
}

// The log is public at once, and nobody may compute results before the hour.
function withoutSecret(beacon: DrawBeacon): object {
  if (beacon.kind === 'drand') return beacon
  const { secret: _, ...claim } = beacon
  return claim
}
