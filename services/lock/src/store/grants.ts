import type { Transaction } from '@asaichi/store/database.ts'
import type { AccessWindow, Booked } from '../domain/access-window.ts'
import type { Tables } from './schema.ts'

type Reservation = {
  readonly reservationId: string
  readonly version: number
  readonly personId: string
  readonly cityId: string
  readonly venueId: string
}
export type Booking = Reservation & {
  readonly spaceId: string
  readonly startsAt: string
  readonly endsAt: string
}
export type Grant =
  | (Booking & { readonly status: 'waiting' | 'ready' })
  | (Reservation & { readonly status: 'revoked' })

/** Writes down the right of a reservation to its doors, unless it is known already, or was revoked before. */
export async function insertGrant(tx: Transaction<Tables>, booking: Booking): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('grants')
    .values({
      ...reservationColumns(booking),
      status: 'waiting',
      space_id: booking.spaceId,
      starts_at: booking.startsAt,
      ends_at: booking.endsAt,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Closes a grant for good, also one whose approval has not been heard of; answers whether it was open or unknown. */
export async function closeGrant(tx: Transaction<Tables>, reservation: Reservation): Promise<boolean> {
  const { version } = reservation
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('grants')
    .values({ ...reservationColumns(reservation), status: 'revoked' })
    .onConflict(conflict =>
      conflict
        .column('reservation_id')
        .doUpdateSet({ status: 'revoked', version })
        .where('grants.status', '!=', 'revoked'),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

function reservationColumns({ reservationId, version, personId, cityId, venueId }: Reservation) {
  return {
    reservation_id: reservationId,
    version,
    person_id: personId,
    city_id: cityId,
    venue_id: venueId,
  }
}

export async function lockGrant(tx: Transaction<Tables>, reservationId: string): Promise<Grant | undefined> {
  return findGrant(tx, reservationId, 'for update')
}

export async function readGrant(tx: Transaction<Tables>, reservationId: string): Promise<Grant | undefined> {
  return findGrant(tx, reservationId, 'as it is')
}

async function findGrant(
  tx: Transaction<Tables>,
  reservationId: string,
  how: 'for update' | 'as it is',
): Promise<Grant | undefined> {
  const row = await tx
    .selectFrom('grants')
    .selectAll()
    .where('reservation_id', '=', reservationId)
    .$if(how === 'for update', query => query.forUpdate())
    .executeTakeFirst()
  if (!row) return undefined
  const reservation = {
    reservationId: row.reservation_id,
    version: row.version,
    personId: row.person_id,
    cityId: row.city_id,
    venueId: row.venue_id,
  }
  const { status, space_id: spaceId, starts_at: startsAt, ends_at: endsAt } = row
  if (status === 'revoked') return { ...reservation, status }
  if (spaceId === null || startsAt === null || endsAt === null)
    throw new Error('an open grant has its booking')
  return { ...reservation, status, spaceId, startsAt, endsAt }
}

/** G9: who else has codes for one of these spaces, in the time between. */
export async function findNeighbours(
  tx: Transaction<Tables>,
  { reservationId, venueId }: Pick<Booking, 'reservationId' | 'venueId'>,
  { spaceIds, from, to }: AccessWindow & { readonly spaceIds: readonly string[] },
): Promise<readonly (Booked & { readonly reservationId: string })[]> {
  const rows = await tx
    .selectFrom('grants')
    .select(['reservation_id as reservationId', 'starts_at as startsAt', 'ends_at as endsAt'])
    .where('venue_id', '=', venueId)
    .where('status', '=', 'ready')
    .where('space_id', 'in', spaceIds)
    .where('reservation_id', '!=', reservationId)
    .where('starts_at', '<=', to)
    .where('ends_at', '>=', from)
    .orderBy('reservation_id')
    .execute()
  return rows.flatMap(({ reservationId: id, startsAt, endsAt }) =>
    startsAt === null || endsAt === null ? [] : [{ reservationId: id, startsAt, endsAt }],
  )
}

export async function setReady(tx: Transaction<Tables>, reservationId: string): Promise<void> {
  await tx
    .updateTable('grants')
    .set({ status: 'ready' })
    .where('reservation_id', '=', reservationId)
    .execute()
}

/** How often digits were drawn, and since when somebody has them. The caller holds the grant. */
export async function readIssue(
  tx: Transaction<Tables>,
  reservationId: string,
): Promise<{ readonly issue: number; readonly toldAt: string | null }> {
  return tx
    .selectFrom('grants')
    .select(['issue', 'told_at as toldAt'])
    .where('reservation_id', '=', reservationId)
    .executeTakeFirstOrThrow()
}

/** Somebody is given the digits in this transaction: waits for a drawing under way, and forbids another that nobody hears of. */
export async function markTold(tx: Transaction<Tables>, reservationId: string, now: string): Promise<void> {
  await tx
    .updateTable('grants')
    .set({ told_at: now })
    .where('reservation_id', '=', reservationId)
    .where('told_at', 'is', null)
    .execute()
}

/** Counts another drawing of digits and answers the count. */
export async function countIssue(tx: Transaction<Tables>, reservationId: string): Promise<number> {
  const { issue } = await tx
    .updateTable('grants')
    .set(eb => ({ issue: eb('issue', '+', 1) }))
    .where('reservation_id', '=', reservationId)
    .returning('issue')
    .executeTakeFirstOrThrow()
  return issue
}

export async function findWaiting(
  tx: Transaction<Tables>,
  of: { readonly venueId: string } | { readonly cityId: string },
): Promise<readonly string[]> {
  const query = tx.selectFrom('grants').select('reservation_id as id').where('status', '=', 'waiting')
  const rows = await ('venueId' in of
    ? query.where('venue_id', '=', of.venueId)
    : query.where('city_id', '=', of.cityId)
  )
    .orderBy('id')
    .execute()
  return rows.map(row => row.id)
}
