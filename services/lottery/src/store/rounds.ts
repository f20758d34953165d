import type { WindowPolicy } from '@asaichi/contract/catalog.ts'
import type { Round, RoundStatus } from '@asaichi/contract/lottery.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import type { Tables } from './schema.ts'

/** Keeps the newest version of a city's windows; answers whether this one was new. */
export async function keepWindows(
  tx: Transaction<Tables>,
  city: { cityId: string; version: number; windows: WindowPolicy },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('cities')
    .values({ city_id: city.cityId, version: city.version, windows: JSON.stringify(city.windows) })
    .onConflict(conflict =>
      conflict
        .column('city_id')
        .doUpdateSet({ version: city.version, windows: JSON.stringify(city.windows) })
        .where('cities.version', '<', city.version),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function findWindows(
  tx: Transaction<Tables>,
  cityId: string,
): Promise<WindowPolicy | undefined> {
  const row = await tx.selectFrom('cities').select('windows').where('city_id', '=', cityId).executeTakeFirst()
  return row?.windows
}

/** Inserts rounds that are not there yet; answers the ones that are new. */
export async function insertRounds(
  tx: Transaction<Tables>,
  rounds: readonly Round[],
): Promise<readonly string[]> {
  if (rounds.length === 0) return []
  const rows = await tx
    .insertInto('rounds')
    .values(
      rounds.map(round => ({
        round_id: round.roundId,
        city_id: round.cityId,
        use_date: round.date,
        status: round.status,
        opens_at: round.opensAt,
        closes_at: round.closesAt,
        draw_at: round.drawAt,
      })),
    )
    .onConflict(conflict => conflict.columns(['city_id', 'use_date']).doNothing())
    .returning('round_id')
    .execute()
  return rows.map(row => row.round_id)
}

export async function lockRound(tx: Transaction<Tables>, roundId: string): Promise<Round | undefined> {
  const row = await tx
    .selectFrom('rounds')
    .selectAll()
    .where('round_id', '=', roundId)
    .forUpdate()
    .executeTakeFirst()
  return row && roundOf(row)
}

export async function findRound(
  db: Kysely<Tables>,
  cityId: string,
  date: string,
): Promise<Round | undefined> {
  const row = await db
    .selectFrom('rounds')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('use_date', '=', date)
    .executeTakeFirst()
  return row && roundOf(row)
}

export async function setStatus(
  tx: Transaction<Tables>,
  roundId: string,
  status: RoundStatus,
): Promise<number> {
  const row = await tx
    .updateTable('rounds')
    .set(eb => ({ status, version: eb('version', '+', 1) }))
    .where('round_id', '=', roundId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

function roundOf(row: {
  round_id: string
  city_id: string
  use_date: string
  status: RoundStatus
  opens_at: string
  closes_at: string
  draw_at: string
}): Round {
  return {
    roundId: row.round_id,
    cityId: row.city_id,
    date: row.use_date,
    status: row.status,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    drawAt: row.draw_at,
  }
}
