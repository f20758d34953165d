import { emit } from '@asaichi/bus/emit.ts'
import type { DrawCommitment, FrozenRound } from '@asaichi/contract/lottery/draw-bundle.ts'
import { type Round, roundFrozen } from '@asaichi/contract/lottery/rounds.ts'
import { canonical } from '@asaichi/draw/canonical.ts'
import { freezeRound as freezeList } from '@asaichi/draw/entry-list.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { schedule } from '@asaichi/store/due-work.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { Draws } from '../context.ts'
import { beaconRoundFor, firstTryAt, isKnown } from '../domain/draw-times.ts'
import { drawEntryOf, listingsOf, openRoundOf } from '../domain/frozen-list.ts'
import { appendAudit } from '../store/audit.ts'
import { findVenuesOffering } from '../store/copies.ts'
import { excludeSuspended, keepFrozenList, keepPriorWins } from '../store/draws.ts'
import { listOfRound } from '../store/entries.ts'
import { changeRound, type RoundRecord } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'
import { newSecret, pseudonyms } from '../vault.ts'

/** D17: from here on nothing enters or leaves the list; count and root are public at once. The caller holds the round's lock. */
export async function freezeRound(tx: Transaction<Tables>, draws: Draws, record: RoundRecord): Promise<void> {
  const { round } = record
  const { roundId, cityId, dates } = round
  const at = await townNow(tx)
  await keepPriorWins(tx, round)
  const passedOver = await excludeSuspended(tx, roundId, at)
  const pseudonymKey = newSecret()
  const frozen = await listOf(tx, record, { at, pseudonymKey })
  await keepFrozenList(tx, roundId, canonical(frozen))
  const { freeze, commitment } = frozen
  const version = await changeRound(tx, roundId, {
    status: 'frozen',
    freeze,
    commitment,
    sealedPseudonymKey: draws.vault.seal(pseudonymKey, pseudonymPlace(round)),
  })
  await appendAudit(tx, { kind: 'round-frozen', data: { roundId, ...freeze, commitment } })
  for (const entryId of passedOver) await appendAudit(tx, passedOverFact({ roundId, entryId, at }))
  const { count, root } = freeze
  await emit(tx, roundFrozen, {
    aggregateId: roundId,
    version,
    data: { roundId, cityId, dates, count, root },
  })
  await schedule(tx, { kind: 'draw-round', key: roundId, dueAt: firstTryAt(commitment) })
  await draws.failpoint('freeze')
}

/** A suspended person's entry keeps its place in the list, so that nobody else's rank moves. */
export function passedOverFact(entry: {
  readonly roundId: string
  readonly entryId: string
  readonly at: string
}): { readonly kind: string; readonly data: object } {
  return { kind: 'entry-passed-over', data: { ...entry, reason: 'suspended' } }
}

/** What the key behind a round's pseudonyms is sealed for. */
export function pseudonymPlace({ roundId }: Pick<Round, 'roundId'>): string {
  return `pseudonym key of ${roundId}`
}

async function listOf(
  tx: Transaction<Tables>,
  { round, rule }: RoundRecord,
  { at, pseudonymKey }: { readonly at: string; readonly pseudonymKey: Buffer },
): Promise<FrozenRound> {
  if (!rule || !round.commitment) throw new Error('a round that took entries made no commitment')
  const entries = await listOfRound(tx, round.roundId, { statuses: ['entered'] })
  const wished = entries.flatMap(({ wishes }) => wishes.map(({ listingId }) => listingId))
  const listings = listingsOf(entries, await findVenuesOffering(tx, wished))
  const entrantOf = pseudonyms(pseudonymKey)
  return freezeList(
    openRoundOf(round, { rule, commitment: stillUnknown(round, round.commitment, at), listings }),
    entries.map(entry => drawEntryOf(entry, entrantOf)),
    at,
  )
}

// A process that slept past the beacon's round must not freeze a list whose outcome could be known: a later round decides, and
// the bundle shows that it was named after the close. The secret stays the one of the opening.
function stillUnknown(round: Round, commitment: DrawCommitment, at: string): DrawCommitment {
  if (!isKnown(commitment, at)) return commitment
  return { ...commitment, publishedAt: at, beaconRound: beaconRoundFor(commitment.chain, round, at) }
}
