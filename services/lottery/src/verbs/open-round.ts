import { emit } from '@asaichi/bus/emit.ts'
import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import { DRAW_VERSION, type DrawCommitment, type DrawRule } from '@asaichi/contract/lottery/draw-bundle.ts'
import { type Round, roundOpened } from '@asaichi/contract/lottery/rounds.ts'
import { fallbackHashOf } from '@asaichi/draw/seed.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { Draws } from '../context.ts'
import { beaconRoundFor } from '../domain/draw-times.ts'
import { appendAudit } from '../store/audit.ts'
import { findPolicy } from '../store/copies.ts'
import { changeRound, lockRound } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'
import { newSecret } from '../vault.ts'

/**
 * M17, D17: a round takes entries from here on, and binds the city to a rule, a beacon's round and a secret before anyone has
 * entered. Where its window has passed already, nobody can enter any more and it is left to be closed.
 */
export async function openRound(
  tx: Transaction<Tables>,
  { chain, vault }: Draws,
  roundId: string,
): Promise<void> {
  const record = await lockRound(tx, roundId)
  if (record?.round.status !== 'scheduled') return
  const { round } = record
  const now = await townNow(tx)
  if (now >= round.closesAt) return
  const policy = await findPolicy(tx, round.cityId)
  if (!policy) throw new Error('the city of a round is not known yet')
  const secret = newSecret()
  const commitment: DrawCommitment = {
    publishedAt: now,
    chain,
    beaconRound: beaconRoundFor(chain, round),
    fallbackHash: fallbackHashOf(secret.toString('hex')),
  }
  const rule = ruleOf(policy)
  const sealedSecret = vault.seal(secret, secretPlace(round))
  const version = await changeRound(tx, roundId, { status: 'open', rule, commitment, sealedSecret })
  await appendAudit(tx, { kind: 'round-opened', data: { roundId, rule, commitment } })
  const { cityId, dates } = round
  await emit(tx, roundOpened, { aggregateId: roundId, version, data: { roundId, cityId, dates } })
}

/** What a round's fallback secret is sealed for. */
export function secretPlace({ roundId }: Pick<Round, 'roundId'>): string {
  return `fallback secret of ${roundId}`
}

function ruleOf({ draw: { winsPerMonth, winsPerDay, maxWishes } }: CityPolicy): DrawRule {
  return { version: DRAW_VERSION, winsPerMonth, winsPerDay, maxWishes }
}
