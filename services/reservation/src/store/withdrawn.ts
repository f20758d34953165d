import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Tables } from './schema.ts'

/** V11: live bookings of a person, and bills that are not even. */
export async function weighOfPerson(
  db: Kysely<Tables>,
  personId: string,
): Promise<{ readonly bookings: number; readonly bills: number }> {
  const { rows } = await sql<{ bookings: number; bills: number }>`
    select (select count(*)::int from reservations where person_id = ${personId} and status in ('pending', 'approved')) as bookings,
      (select count(*)::int from bills where person_id = ${personId} and charged <> paid) as bills`.execute(
    db,
  )
  return rows[0] ?? { bookings: 0, bills: 0 }
}

export async function findLiveOfPerson(
  tx: Transaction<Tables>,
  personId: string,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('reservations')
    .select('reservation_id')
    .where('person_id', '=', personId)
    .where('status', 'in', ['pending', 'approved'])
    .orderBy('reservation_id')
    .execute()
  return rows.map(row => row.reservation_id)
}

/** V11: what the person wrote, waits for and pressed; times, rooms, numbers of people and money stay. */
export async function eraseWritten(tx: Transaction<Tables>, personId: string): Promise<void> {
  await tx
    .updateTable('reservations')
    .set({ event_name: '（退会により消去）', note: '' })
    .where('person_id', '=', personId)
    .execute()
  await sql`
    update point_waivers w set reason = '（退会により消去）' from points p where p.point_id = w.point_id and p.person_id = ${personId}`.execute(
    tx,
  )
  await sql`update reservations set fee = (select jsonb_agg(l.line - 'reason' order by l.nr) from jsonb_array_elements(fee) with ordinality l (line, nr))
    where person_id = ${personId} and fee is not null`.execute(tx)
  await tx.deleteFrom('watches').where('person_id', '=', personId).execute()
  await sql`delete from idempotency_keys where person_id = ${personId}`.execute(tx)
}
