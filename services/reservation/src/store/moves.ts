import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Tables } from './schema.ts'

export type Move = { readonly reservationId: string; readonly personId: string; readonly key: string }

/** Claims the booking for one press; answers the press that has it. */
export async function claimMove(
  tx: Transaction<Tables>,
  { reservationId, personId, key }: Move,
): Promise<Move> {
  await sql`
    insert into moves (reservation_id, person_id, key, at) values (${reservationId}, ${personId}, ${key}, town_now())
    on conflict (reservation_id) do nothing`.execute(tx)
  const move = await findMove(tx, reservationId)
  if (!move) throw new Error('a claim vanished under the lock of its reservation')
  return move
}

export async function findMove(db: Kysely<Tables>, reservationId: string): Promise<Move | undefined> {
  return db
    .selectFrom('moves')
    .select(['reservation_id as reservationId', 'person_id as personId', 'key'])
    .where('reservation_id', '=', reservationId)
    .executeTakeFirst()
}

export async function dropMove(tx: Transaction<Tables>, { reservationId, key }: Move): Promise<void> {
  await tx.deleteFrom('moves').where('reservation_id', '=', reservationId).where('key', '=', key).execute()
}

/** The reservation the move's press was given, once it was. */
export async function findMovedTo(db: Kysely<Tables>, { personId, key }: Move): Promise<string | undefined> {
  const { rows } = await sql<{ reservationId: string }>`
    select answer ->> 'reservationId' as "reservationId" from idempotency_keys where person_id = ${personId} and key = ${key}`.execute(
    db,
  )
  return rows[0]?.reservationId
}
