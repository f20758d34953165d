import { localDateOf } from '@asaichi/calendar/instant.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getInvoiceMail as request } from '@asaichi/contract/reservation/money.ts'
import { placeNamesOf } from '@asaichi/store/catalog-copy.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { findBillOfInvoice } from '../store/bills.ts'
import { findVenue } from '../store/copies.ts'
import { findReservation, withoutOccupancy } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { billOf } from './get-bill.ts'

/** For notification, which asks when it sends: mail Q and what follows it. */
export async function getInvoiceMail(
  db: Kysely<Tables>,
  { invoiceId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const found = await findBillOfInvoice(db, invoiceId)
  const reservation = found && (await findReservation(db, found.bill.reservation_id))
  const venue = reservation && (await findVenue(db, reservation.venueId))
  if (!found || !venue) return refuse('not-found')
  return done({
    reservation: withoutOccupancy(reservation),
    venueAddress: venue.address,
    placeNames: placeNamesOf(venue),
    invoice: found.invoice,
    bill: billOf(found.bill, localDateOf(await townNow(db))),
  })
}
