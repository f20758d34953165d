import { randomInt } from 'node:crypto'
import { newId } from '@asaichi/service/new-id.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { schedule } from '@asaichi/store/due-work.ts'
import { reopensAt } from '../domain/reopening.ts'
import { findPolicy } from '../store/copies.ts'
import { lockDay } from '../store/days.ts'
import { occupy, release } from '../store/occupancies.ts'
import type { StoredReservation } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { tellWatchers } from './tell-watchers.ts'

const FINENESS = 1_000_000

/** G4: frees the time of a reservation under the lock of its day. Until it reopens a place holder keeps it, so that nobody is quicker than the rule. */
export async function freeTime(
  tx: Transaction<Tables>,
  reservation: StoredReservation,
  now: string,
): Promise<void> {
  const freed = await release(tx, reservation.occupancyId)
  const policy = await findPolicy(tx, reservation.cityId)
  if (!freed || !policy) return
  const dueAt = reopensAt(policy, {
    startsAt: freed.startsAt,
    freedAt: now,
    chance: randomInt(FINENESS) / FINENESS,
  })
  if (dueAt <= now) return tellWatchers(tx, freed)
  const occupancyId = newId()
  await occupy(tx, [{ ...freed, occupancyId, kind: 'reopening', since: now }])
  await schedule(tx, {
    kind: 'reopen-time',
    key: occupancyId,
    dueAt,
    data: { venueId: reservation.venueId, date: reservation.date },
  })
}

/** Takes the place holder away. */
export async function reopenTime(
  tx: Transaction<Tables>,
  occupancyId: string,
  day: { readonly venueId: string; readonly date: string },
): Promise<void> {
  await lockDay(tx, day)
  const freed = await release(tx, occupancyId)
  if (freed) await tellWatchers(tx, freed)
}
