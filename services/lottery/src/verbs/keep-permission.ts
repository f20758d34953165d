import { timeOf } from '@asaichi/draw/beacon.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import { appendAudit } from '../store/audit.ts'
import { keepPermission as keepCopy } from '../store/copies.ts'
import { excludePerson, holdRoundsOfPerson } from '../store/draws.ts'
import { findRound } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'
import { passedOverFact } from './freeze-round.ts'

type Permission = {
  readonly personId: string
  readonly cityId: string
  readonly status: string
  readonly adultFrom: string
  readonly alikeId?: string | undefined
  readonly classId?: string | undefined
}

/**
 * Who is suspended after the freeze stays in the list but is passed over, so that nobody else's rank moves. Only before the
 * beacon's round is known: after it, suspending someone could choose the winner.
 */
export async function keepPermission(
  tx: Transaction<Tables>,
  permission: Permission,
  version: number,
): Promise<void> {
  const isNew = await keepCopy(tx, permission, version)
  if (!isNew || permission.status !== 'suspended') return
  for (const roundId of await holdRoundsOfPerson(tx, permission))
    await passOver(tx, roundId, permission.personId)
}

async function passOver(tx: Transaction<Tables>, roundId: string, personId: string): Promise<void> {
  const record = await findRound(tx, roundId)
  const commitment = record?.round.commitment
  if (record?.round.status !== 'frozen' || !commitment) return
  const at = await townNow(tx)
  if (at >= timeOf(commitment.chain, commitment.beaconRound)) return
  for (const entryId of await excludePerson(tx, { roundId, personId, at }))
    await appendAudit(tx, passedOverFact({ roundId, entryId, at }))
}
