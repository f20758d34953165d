import { on } from '@asaichi/bus/apply-event.ts'
import { emit } from '@asaichi/bus/emit.ts'
import { cityChanged } from '@asaichi/contract/catalog/city.ts'
import { venueChanged } from '@asaichi/contract/catalog/venue.ts'
import { personWithdrawn } from '@asaichi/contract/identity/own-data.ts'
import { permissionChanged } from '@asaichi/contract/identity/permission.ts'
import { roundClosedEmpty, roundPublished } from '@asaichi/contract/lottery/rounds.ts'
import * as closings from '@asaichi/contract/reservation/closings.ts'
import * as details from '@asaichi/contract/reservation/details.ts'
import { reduceFee as reduceFeeRequest } from '@asaichi/contract/reservation/fee.ts'
import * as holdRequests from '@asaichi/contract/reservation/hold-requests.ts'
import * as money from '@asaichi/contract/reservation/money.ts'
import * as moves from '@asaichi/contract/reservation/moves.ts'
import * as pools from '@asaichi/contract/reservation/opening-pool.ts'
import * as ownData from '@asaichi/contract/reservation/own-data.ts'
import * as points from '@asaichi/contract/reservation/points.ts'
import * as presses from '@asaichi/contract/reservation/presses.ts'
import * as contract from '@asaichi/contract/reservation/reservation.ts'
import * as search from '@asaichi/contract/reservation/search.ts'
import * as staff from '@asaichi/contract/reservation/staff.ts'
import * as unanswered from '@asaichi/contract/reservation/unanswered.ts'
import { getUseReport as useReportRequest } from '@asaichi/contract/reservation/use-report.ts'
import * as watches from '@asaichi/contract/reservation/watches.ts'
import { weighVenue as weighVenueRequest } from '@asaichi/contract/reservation/weigh-venue.ts'
import { writeHeadcount as writeHeadcountRequest } from '@asaichi/contract/reservation/write-headcount.ts'
import type { DueHandler } from '@asaichi/store/due-work.ts'
import { z } from 'zod'
import type { Context } from './context.ts'
import type { PoolSeeds } from './pool-seeds.ts'
import { keepPermission, keepVenue, openDate } from './store/copies.ts'
import { announceDraw } from './store/draws.ts'
import type { Tables } from './store/schema.ts'
import { allowHold } from './verbs/allow-hold.ts'
import { apply } from './verbs/apply.ts'
import { applyFor } from './verbs/apply-for.ts'
import { applyMany } from './verbs/apply-many.ts'
import { approve, approveByPolicy } from './verbs/approve.ts'
import { approveMany } from './verbs/approve-many.ts'
import { cancelUnpaid, remindBill, tellOverdue } from './verbs/call-in.ts'
import { cancel } from './verbs/cancel.ts'
import { changeDetails } from './verbs/change-details.ts'
import { confirmWin, lapseWin } from './verbs/confirm-win.ts'
import { decidePool } from './verbs/decide-pool.ts'
import { closeWatch, endWatch } from './verbs/end-watch.ts'
import { expireReservation, finishReservation } from './verbs/finish.ts'
import { forgetPerson } from './verbs/forget-person.ts'
import { reopenTime } from './verbs/free-time.ts'
import { getAnswersWantedMail } from './verbs/get-answers-wanted-mail.ts'
import { getBan } from './verbs/get-ban.ts'
import { getBill } from './verbs/get-bill.ts'
import { getInvoiceMail } from './verbs/get-invoice-mail.ts'
import { getMailFacts } from './verbs/get-mail-facts.ts'
import { getMyPoints } from './verbs/get-my-points.ts'
import { getOpeningPool } from './verbs/get-opening-pool.ts'
import { getPointsMail } from './verbs/get-points-mail.ts'
import { getPointsOf } from './verbs/get-points-of.ts'
import { getReceipt } from './verbs/get-receipt.ts'
import { getReservation } from './verbs/get-reservation.ts'
import { getStaffDay } from './verbs/get-staff-day.ts'
import { getStaffToday } from './verbs/get-staff-today.ts'
import { getTakings } from './verbs/get-takings.ts'
import { getUseReport } from './verbs/get-use-report.ts'
import { getWatchMail } from './verbs/get-watch-mail.ts'
import { holdSpace } from './verbs/hold-space.ts'
import { listApplications } from './verbs/list-applications.ts'
import { listAttempts } from './verbs/list-attempts.ts'
import { listBills } from './verbs/list-bills.ts'
import { listBookingsById } from './verbs/list-bookings-by-id.ts'
import { listBookingsOf } from './verbs/list-bookings-of.ts'
import { listHoldRequests } from './verbs/list-hold-requests.ts'
import { listHolds } from './verbs/list-holds.ts'
import { listMine } from './verbs/list-mine.ts'
import { listMyBills } from './verbs/list-my-bills.ts'
import { listPostings } from './verbs/list-postings.ts'
import { listWatches } from './verbs/list-watches.ts'
import { lookAtClosing } from './verbs/look-at-closing.ts'
import { markNoShow } from './verbs/mark-no-show.ts'
import { moveReservation } from './verbs/move-reservation.ts'
import { placeClosing } from './verbs/place-closing.ts'
import { receivePayment } from './verbs/receive-payment.ts'
import { reduceFee } from './verbs/reduce-fee.ts'
import { refundPayment } from './verbs/refund-payment.ts'
import { refuseApplication } from './verbs/refuse-application.ts'
import { releaseClosing } from './verbs/release-closing.ts'
import { releaseHold } from './verbs/release-hold.ts'
import { remindOfUse } from './verbs/remind-of-use.ts'
import { reversePayment } from './verbs/reverse-payment.ts'
import { searchBookings } from './verbs/search-bookings.ts'
import { waivePoints } from './verbs/waive-points.ts'
import { keepCityRules, warnOfUnanswered } from './verbs/warn-of-unanswered.ts'
import { watchTime } from './verbs/watch-time.ts'
import { weighPerson } from './verbs/weigh-person.ts'
import { weighVenue } from './verbs/weigh-venue.ts'
import { writeHeadcount } from './verbs/write-headcount.ts'

/** The edge: one line per question, fact and kind of due work. */
export function attach({ bus, db, log, desks, listings, seeds }: Context): void {
  const freed = forgetting(desks)
  serveMoney({ bus, db })
  servePoints({ bus, db })
  serveHolds({ bus, db, desks })
  serveSearch({ bus, db })
  bus.serve(contract.apply, input => apply({ desks, listings }, input))
  bus.serve(presses.applyMany, input => applyMany({ desks, listings, log }, input))
  bus.serve(contract.getReceipt, input => getReceipt(db, input))
  bus.serve(pools.getOpeningPool, input => getOpeningPool({ db, listings, seeds }, input))
  bus.serve(contract.listMine, input => listMine(db, input))
  bus.serve(contract.getReservation, input => getReservation(db, input))
  bus.serve(staff.listApplications, input => listApplications(db, input))
  bus.serve(staff.approve, input => approve({ db, call: bus.call }, input))
  bus.serve(staff.refuseApplication, input => freed(refuseApplication(db, input)))
  bus.serve(contract.cancel, input => freed(cancel(db, input)))
  bus.serve(contract.confirmWin, input => confirmWin(db, input))
  bus.serve(contract.getMailFacts, input => getMailFacts(db, input))
  bus.serve(moves.moveReservation, input => freed(moveReservation({ db, listings, seeds }, input)))
  bus.serve(details.changeDetails, input => changeDetails(db, input))
  bus.serve(writeHeadcountRequest, input => writeHeadcount(db, input))
  bus.serve(watches.watchTime, input => watchTime({ db, listings }, input))
  bus.serve(watches.listWatches, input => listWatches(db, input))
  bus.serve(watches.endWatch, input => endWatch(db, input))
  bus.serve(watches.getWatchMail, input => getWatchMail(db, input))
  bus.serve(unanswered.getAnswersWantedMail, input => getAnswersWantedMail(db, input))
  bus.serve(staff.applyFor, input => applyFor({ db, desks, listings, call: bus.call }, input))
  bus.serve(staff.approveMany, input => approveMany({ db, call: bus.call }, input))
  bus.serve(staff.getStaffDay, input => getStaffDay(db, input))
  bus.serve(staff.listAttempts, input => listAttempts({ db, listings }, input))
  bus.serve(staff.getStaffToday, input => getStaffToday(db, input))
  bus.serve(ownData.weighPerson, input => weighPerson(db, input))
  bus.serve(weighVenueRequest, input => weighVenue(db, input))
  bus.listen('catalog', [
    on(cityChanged, (tx, { data }) => keepCityRules(tx, data.city, data.version)),
    on(venueChanged, (tx, { data }) => keepVenue(tx, data.venue, data.version)),
  ])
  bus.listen('identity', [
    on(permissionChanged, (tx, { data, version }) => keepPermission(tx, data, version)),
    on(personWithdrawn, (tx, { data }) => forgetPerson(tx, data)),
  ])
  bus.listen('lottery', [
    on(roundPublished, (tx, { data }) => announceDraw(tx, data)),
    on(roundClosedEmpty, async (tx, { data }) => {
      const { cityId, date } = data
      if (await openDate(tx, cityId, date))
        await emit(tx, contract.dateOpened, {
          aggregateId: `${cityId}:${date}`,
          version: 1,
          data: { cityId, date },
        })
    }),
  ])
}

function serveHolds({ bus, db, desks }: Pick<Context, 'bus' | 'db' | 'desks'>): void {
  const freed = forgetting(desks)
  bus.serve(staff.holdSpace, input => holdSpace(db, input))
  bus.serve(staff.releaseHold, input => freed(releaseHold(db, input)))
  bus.serve(staff.listHolds, input => listHolds(db, input))
  bus.serve(closings.lookAtClosing, input => lookAtClosing(db, input))
  bus.serve(closings.placeClosing, input => freed(placeClosing(db, input)))
  bus.serve(closings.releaseClosing, input => freed(releaseClosing(db, input)))
  bus.serve(holdRequests.listHoldRequests, input => listHoldRequests(db, input))
  bus.serve(holdRequests.allowHold, input => allowHold({ db, call: bus.call }, input))
}

function serveMoney({ bus, db }: Pick<Context, 'bus' | 'db'>): void {
  bus.serve(money.getBill, input => getBill(db, input))
  bus.serve(money.listBills, input => listBills(db, input))
  bus.serve(money.receivePayment, input => receivePayment({ db, call: bus.call }, input))
  bus.serve(money.refundPayment, input => refundPayment({ db, call: bus.call }, input))
  bus.serve(money.reversePayment, input => reversePayment({ db, call: bus.call }, input))
  bus.serve(reduceFeeRequest, input => reduceFee({ db, call: bus.call }, input))
  bus.serve(money.getTakings, input => getTakings(db, input))
  bus.serve(useReportRequest, input => getUseReport(db, input))
  bus.serve(ownData.listMyBills, input => listMyBills(db, input))
  bus.serve(money.listPostings, input => listPostings(db, input))
  bus.serve(money.getInvoiceMail, input => getInvoiceMail(db, input))
}

function serveSearch({ bus, db }: Pick<Context, 'bus' | 'db'>): void {
  bus.serve(search.searchBookings, input => searchBookings(db, input))
  bus.serve(search.listBookingsOf, input => listBookingsOf(db, input))
  bus.serve(search.listBookingsById, input => listBookingsById(db, input))
}

function servePoints({ bus, db }: Pick<Context, 'bus' | 'db'>): void {
  bus.serve(points.getMyPoints, input => getMyPoints(db, input))
  bus.serve(points.getPointsOf, input => getPointsOf(db, input))
  bus.serve(points.markNoShow, input => markNoShow(db, input))
  bus.serve(points.waivePoints, input => waivePoints({ db, call: bus.call }, input))
  bus.serve(points.getBan, input => getBan(db, input))
  bus.serve(points.getPointsMail, input => getPointsMail(db, input))
}

/** What this process freed its own desks have forgotten before the answer leaves; a NOTIFY tells the other replicas, and every desk of what was due. */
function forgetting(desks: Context['desks']) {
  return async <O>(outcome: Promise<O>): Promise<O> => {
    const answer = await outcome
    desks.forgetAll()
    return answer
  }
}

const DayKey = z.object({ venueId: z.string(), date: z.string() })

export function dueHandlers(seeds: PoolSeeds): Readonly<Record<string, DueHandler<Tables>>> {
  return {
    ...dueOfReservations,
    'decide-pool': (tx, { data }) => decidePool(tx, DayKey.parse(data), seeds),
  }
}

const dueOfReservations: Readonly<Record<string, DueHandler<Tables>>> = {
  'expire-reservation': (tx, { key }) => expireReservation(tx, key),
  'approve-reservation': (tx, { key }) => approveByPolicy(tx, key),
  'remind-of-use': (tx, { key }) => remindOfUse(tx, key),
  'warn-of-unanswered': (tx, { key }) => warnOfUnanswered(tx, key),
  'finish-reservation': (tx, { key }) => finishReservation(tx, key),
  'close-watch': (tx, { key }) => closeWatch(tx, key),
  'lapse-win': (tx, { key }) => lapseWin(tx, key),
  'remind-bill': (tx, { key }) => remindBill(tx, key),
  'bill-overdue': (tx, { key }) => tellOverdue(tx, key),
  'cancel-unpaid': (tx, { key }) => cancelUnpaid(tx, key),
  'reopen-time': (tx, { key, data }) => reopenTime(tx, key, DayKey.parse(data)),
}
