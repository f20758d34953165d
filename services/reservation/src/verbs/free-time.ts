import { randomInt } from 'node:crypto'
import { newId } from '@asaichi/service/new-id.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { schedule, unschedule } from '@asaichi/store/due-work.ts'
import { remainders, type Stretch } from '../domain/remainders.ts'
import { reopensAt } from '../domain/reopening.ts'
import { findPolicy } from '../store/copies.ts'
import { lockDay } from '../store/days.ts'
import { findReopening, type Occupancy, occupy, release } from '../store/occupancies.ts'
import type { Tables } from '../store/schema.ts'
import { tellWatchers } from './tell-watchers.ts'

const FINENESS = 1_000_000
const NOTHING: Stretch = { spaceIds: [], startsAt: '', endsAt: '' }

/** What holds a time: a reservation, or the city. */
type Held = {
  readonly occupancyId: string
  readonly cityId: string
  readonly venueId: string
  readonly date: string
}

/**
 * G4: frees a held time under the lock of its day. Until it reopens a place holder keeps it, so that nobody is quicker than the
 * rule. What is taken next, `but`, does not reopen.
 */
export async function freeTime(
  tx: Transaction<Tables>,
  held: Held,
  { now, but = NOTHING }: { readonly now: string; readonly but?: Stretch },
): Promise<void> {
  const freed = await release(tx, held.occupancyId)
  const policy = await findPolicy(tx, held.cityId)
  if (!freed || !policy) return
  const dueAt = reopensAt(policy, {
    startsAt: freed.startsAt,
    freedAt: now,
    chance: randomInt(FINENESS) / FINENESS,
  })
  for (const part of remainders(freed, but))
    if (dueAt <= now) await tellWatchers(tx, { ...freed, ...part })
    else await keepUntil(tx, { ...freed, ...part, since: now }, { dueAt, date: held.date })
}

/** G4, G13: the city may take a time that waits to reopen; what it leaves of it reopens when it would have. */
export async function takeReopening(tx: Transaction<Tables>, cut: Stretch, date: string): Promise<void> {
  for (const { occupancyId, dueAt } of await findReopening(tx, cut)) {
    const freed = await release(tx, occupancyId)
    await unschedule(tx, { kind: 'reopen-time', key: occupancyId })
    if (!freed) continue
    for (const part of remainders(freed, cut)) await keepUntil(tx, { ...freed, ...part }, { dueAt, date })
  }
}

async function keepUntil(
  tx: Transaction<Tables>,
  freed: Occupancy,
  { dueAt, date }: { readonly dueAt: string; readonly date: string },
): Promise<void> {
  const { venueId } = freed
  const occupancyId = newId()
  await occupy(tx, [{ ...freed, occupancyId, kind: 'reopening' }])
  await schedule(tx, { kind: 'reopen-time', key: occupancyId, dueAt, data: { venueId, date } })
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
