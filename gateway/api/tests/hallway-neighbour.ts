import { addFavourite, listFavourites, removeFavourite } from '@asaichi/contract/catalog/favourites.ts'
import { getListing, getListingDay } from '@asaichi/contract/catalog/listings.ts'
import { listStaffNotices, reviseNotice, withdrawNotice } from '@asaichi/contract/catalog/staff.ts'
import { getBoard, getVenueDay, listRoomClosings } from '@asaichi/contract/catalog/venue-day.ts'
import { done, refuse } from '@asaichi/contract/define.ts'
import { giveSpareCode } from '@asaichi/contract/lock/spare.ts'
import { getKeyState, listDoorCodes, reissueCodes, resyncDoor } from '@asaichi/contract/lock/staff.ts'
import { changeDetails } from '@asaichi/contract/reservation/details.ts'
import { moveReservation } from '@asaichi/contract/reservation/moves.ts'
import { getOpeningPool } from '@asaichi/contract/reservation/opening-pool.ts'
import { listBookingsById } from '@asaichi/contract/reservation/search.ts'
import { getStaffToday } from '@asaichi/contract/reservation/staff.ts'
import { endWatch, listWatches, type Watch, watchTime } from '@asaichi/contract/reservation/watches.ts'
import { writeHeadcount } from '@asaichi/contract/reservation/write-headcount.ts'
import type { Bed } from '@asaichi/testkit/bed.ts'
import { IDS, INSTANT, NOTICE, RESERVATION, VENUE } from './sample-documents.ts'
import { deskOnly, ownerOnly, residentOnly, staffOnly } from './who-may.ts'

const WATCH: Watch = {
  watchId: IDS.occupancy,
  cityId: 'mitaka',
  venueId: 'hall',
  venueName: '公会堂',
  listingId: 'room-free',
  spaceName: '洋室',
  date: '2024-12-01',
  from: '09:00',
  to: '10:00',
  since: INSTANT,
}

/** Answers for what hangs in the hallway and what a resident keeps: days, the board, notices, favourites, watches, moves. */
export function serveHallway(serve: Bed['serve']): void {
  serveResident(serve)
  serveVenueDays(serve)
  serveStaff(serve)
}

function serveResident(serve: Bed['serve']): void {
  serve(moveReservation, ({ actor, application }) => {
    if (application.eventName === '変えられない市') return refuse('move-not-offered')
    if (application.eventName === '受付の始まり')
      return refuse('in-opening-pool', {
        receiptId: IDS.receipt,
        decidesAt: INSTANT,
        retryAfterSeconds: 4,
      })
    const cancelled = { ...RESERVATION, status: 'cancelled' } as const
    return (
      residentOnly(actor) ??
      done({
        reservation: RESERVATION,
        receiptId: IDS.receipt,
        place: 1,
        cancelled,
        needsApproval: true,
      })
    )
  })
  serve(changeDetails, ({ actor, expectedVersion, details }) => {
    if (expectedVersion !== 1) return refuse('state-changed', { status: 'approved', version: 2 })
    if (details.people > 26) return refuse('people-out-of-range', { capacity: 26 })
    return residentOnly(actor) ?? done({ ...RESERVATION, ...details, version: 2 })
  })
  serve(
    writeHeadcount,
    ({ actor, expectedVersion }) =>
      ownerOnly(actor) ??
      (expectedVersion === 1 ? done(RESERVATION) : refuse('state-changed', { status: 'used', version: 2 })),
  )
  serve(watchTime, ({ from }) => {
    if (from === '10:00') return refuse('time-is-free')
    return from === '11:00' ? refuse('too-many-watches', { limit: 20 }) : done(WATCH)
  })
  serve(listWatches, () => done({ items: [WATCH] }))
  serve(endWatch, ({ actor }) => residentOnly(actor) ?? done({}))
  serve(listFavourites, () => done({ items: [] }))
  serve(addFavourite, ({ favourite }) =>
    favourite.id === 'one-more' ? refuse('too-many-favourites', { limit: 100 }) : done({}),
  )
  serve(removeFavourite, () => done({}))
}

function serveVenueDays(serve: Bed['serve']): void {
  const { venueId, name: venueName } = VENUE
  const shut = { venueId, venueName, hours: null, closedReason: '定休日', rooms: [] }
  serve(getVenueDay, ({ date = '2024-12-02' }) =>
    done({ ...shut, cityId: VENUE.cityId, date, p: '-', opensAt: null }),
  )
  serve(getOpeningPool, ({ date }) => {
    const decided = { seed: null, presses: [], next: null }
    return done({ venueId, date, opensAt: INSTANT, seconds: 3, seedHash: 'ab'.repeat(32), ...decided })
  })
  serve(getListing, ({ listingId }) => done({ listingId, spaceId: 'room', venue: VENUE }))
  serve(getListingDay, asked => {
    const firstCome = { opensAt: INSTANT, closesAt: INSTANT }
    return done({ ...asked, hours: null, closedReason: '定休日', lottery: null, firstCome })
  })
  serve(getBoard, asked =>
    asked.venueId === venueId ? done({ ...shut, date: '2024-12-01' }) : refuse('not-found'),
  )
  serve(listRoomClosings, asked => (asked.venueId === venueId ? done({ items: [] }) : refuse('not-found')))
}

function serveStaff(serve: Bed['serve']): void {
  const item = { ...NOTICE, shown: true, withdrawn: false }
  serve(listStaffNotices, ({ actor }) => staffOnly(actor) ?? done({ items: [item], next: null }))
  serve(reviseNotice, ({ actor }) => deskOnly(actor) ?? done(NOTICE))
  serve(withdrawNotice, ({ actor }) => deskOnly(actor) ?? done({}))
  serve(listDoorCodes, ({ actor }) => deskOnly(actor) ?? done({ items: [] }))
  serve(resyncDoor, ({ actor }) => deskOnly(actor) ?? done({ rev: 2 }))
  serve(listBookingsById, ({ actor }) => staffOnly(actor) ?? done({ items: [] }))
  serve(getKeyState, ({ actor }) => deskOnly(actor) ?? done({ doors: [], presses: [] }))
  serve(
    giveSpareCode,
    ({ actor }) =>
      deskOnly(actor) ?? done({ doorName: '1階洋室', code: '83619472', from: INSTANT, to: INSTANT }),
  )
  serve(reissueCodes, ({ actor }) => deskOnly(actor) ?? done({ doors: 2 }))
  serve(
    getStaffToday,
    ({ actor }) =>
      staffOnly(actor) ??
      done({
        cityId: actor.cityId,
        date: '2024-11-03',
        serverNow: INSTANT,
        pending: 0,
        nextAnswerBy: null,
        bookings: [],
      }),
  )
}
