import { done, refuse } from '@asaichi/contract/define.ts'
import { listNames } from '@asaichi/contract/identity/staff.ts'
import { lookAtClosing, placeClosing, releaseClosing } from '@asaichi/contract/reservation/closings.ts'
import { allowHold, listHoldRequests } from '@asaichi/contract/reservation/hold-requests.ts'
import { listBookingsOf, searchBookings } from '@asaichi/contract/reservation/search.ts'
import * as desk from '@asaichi/contract/reservation/staff.ts'
import type { Bed } from '@asaichi/testkit/bed.ts'
import { IDS, INSTANT, RECEIPT, RESERVATION, VENUE } from './sample-documents.ts'
import { deskOnly, staffOnly } from './who-may.ts'

/** Answers for reservation's part of the staff screens as its contract says. */
export function serveBookingDesk(serve: Bed['serve']): void {
  serve(desk.applyFor, ({ actor, application }) => {
    const refusal = staffOnly(actor)
    if (refusal) return refusal
    if (actor.cityId !== 'mitaka') return refuse('unknown-listing')
    if (application.people > 26)
      return refuse('people-out-of-range', { receiptId: IDS.receipt, capacity: 26 })
    return done({ reservation: { ...RESERVATION, bookedBy: 'staff' }, receiptId: IDS.receipt, place: 1 })
  })
  serve(desk.approveMany, ({ actor, items }) => {
    const outcome = actor.cityId === 'mitaka' ? 'approved' : 'not-found'
    return (
      staffOnly(actor) ??
      done({ items: items.map(({ reservationId }) => ({ reservationId, outcome, reservation: null })) })
    )
  })
  serve(
    desk.getStaffDay,
    ({ actor, venueId, date }) =>
      deskOnly(actor) ??
      done({
        venueId,
        venueName: VENUE.name,
        date,
        serverNow: INSTANT,
        hours: null,
        closedReason: '定休日',
        spaces: [],
        occupancies: [],
      }),
  )
  serve(
    listNames,
    ({ actor, personIds }) =>
      staffOnly(actor) ??
      done({
        items: personIds.map(personId => ({
          personId,
          name: '三鷹 花子',
          kana: 'ミタカ ハナコ',
          groupName: null,
          memberNumber: '1234567',
          phone: null,
        })),
      }),
  )
  serve(
    lookAtClosing,
    ({ actor }) => deskOnly(actor) ?? done({ spans: 1, bookings: [RESERVATION], more: false, holds: 0 }),
  )
  serve(placeClosing, ({ actor, actId }) => deskOnly(actor) ?? done({ actId, spans: 1, cancelled: 0 }))
  serve(listHoldRequests, ({ actor }) => staffOnly(actor) ?? done({ items: [] }))
  serve(allowHold, ({ actor }) => deskOnly(actor) ?? done({}))
  serve(releaseClosing, ({ actor }) => deskOnly(actor) ?? done({}))
  serve(searchBookings, ({ actor }) => staffOnly(actor) ?? done({ items: [RESERVATION], more: false }))
  serve(listBookingsOf, ({ actor }) => staffOnly(actor) ?? done({ items: [], next: null }))
  serve(desk.listHolds, ({ actor }) => staffOnly(actor) ?? done({ items: [] }))
  serve(
    desk.listAttempts,
    ({ actor }) => deskOnly(actor) ?? done({ items: [{ ...RECEIPT, personId: IDS.resident }], next: null }),
  )
}
