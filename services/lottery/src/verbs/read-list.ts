import { FrozenRound } from '@asaichi/contract/lottery/draw-bundle.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { Draws } from '../context.ts'
import { drawEntryOf } from '../domain/frozen-list.ts'
import { auditedRoot } from '../store/audit.ts'
import { findFrozenList } from '../store/draws.ts'
import { listOfRound } from '../store/entries.ts'
import type { RoundRecord } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'
import { pseudonyms } from '../vault.ts'
import { pseudonymPlace } from './freeze-round.ts'

/**
 * A67: a frozen round with its list built again from the rows, so that an edit of a row shows in the root. Nothing where the
 * stored terms are gone, or their root is not the published one and the one in the log.
 */
export async function readList(
  tx: Transaction<Tables>,
  { vault }: Draws,
  { round, sealedPseudonymKey }: RoundRecord,
): Promise<FrozenRound | undefined> {
  const list = parseList(await findFrozenList(tx, round.roundId))
  if (!list || !sealedPseudonymKey) return undefined
  const roots = [round.freeze?.root, await auditedRoot(tx, round.roundId)]
  if (roots.some(root => root !== list.freeze.root)) return undefined
  const entrantOf = pseudonyms(vault.open(sealedPseudonymKey, pseudonymPlace(round)))
  const rows = await listOfRound(tx, round.roundId, { statuses: ['entered'] })
  return { ...list, entries: rows.map(row => drawEntryOf(row, entrantOf)) }
}

function parseList(text: string | undefined): FrozenRound | undefined {
  try {
    return FrozenRound.parse(JSON.parse(text ?? ''))
  } catch {
    return undefined
  }
}
