import type { Role } from '@asaichi/contract/actor.ts'
import { getAvailability } from '@asaichi/contract/catalog/availability.ts'
import { getCity, listCities } from '@asaichi/contract/catalog/city.ts'
import { searchFree } from '@asaichi/contract/catalog/free-rooms.ts'
import { getNotice, listNotices } from '@asaichi/contract/catalog/notices.ts'
import { publishNotice } from '@asaichi/contract/catalog/staff.ts'
import { getSearchTerms, getVenue, searchVenues } from '@asaichi/contract/catalog/venue.ts'
import { done, type OutcomeOf, type Request, refuse } from '@asaichi/contract/define.ts'
import { confirmRegistration, judgePassword, register } from '@asaichi/contract/identity/account.ts'
import {
  findSession,
  finishLogin,
  logout,
  type Session,
  startLogin,
} from '@asaichi/contract/identity/login.ts'
import { applyPermission, getPermission, type Permission } from '@asaichi/contract/identity/permission.ts'
import { approvePermission, returnPermission } from '@asaichi/contract/identity/staff.ts'
import { getDoorCodes, listDoors } from '@asaichi/contract/lock/door-codes.ts'
import {
  changeEmergencyCodes,
  listEmergencyCodes,
  showEmergencyCodes,
} from '@asaichi/contract/lock/emergency.ts'
import { keepSpareCodes } from '@asaichi/contract/lock/spare.ts'
import { listMails, markTold, openLetter, sendMailAgain } from '@asaichi/contract/notification/mails.ts'
import { applyMany } from '@asaichi/contract/reservation/presses.ts'
import * as bookings from '@asaichi/contract/reservation/reservation.ts'
import * as desk from '@asaichi/contract/reservation/staff.ts'
import { setTownClock } from '@asaichi/contract/town/town.ts'
import type { Bed } from '@asaichi/testkit/bed.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import type { z } from 'zod'
import { serveBookingDesk } from './desk-neighbour.ts'
import { serveHallway } from './hallway-neighbour.ts'
import { serveLottery } from './lottery-neighbour.ts'
import { serveMoney } from './money-neighbour.ts'
import { servePeople } from './people-neighbour.ts'
import { servePoints } from './points-neighbour.ts'
import { AVAILABILITY_TEXT, IDS, INSTANT, NOTICE, RECEIPT, RESERVATION, VENUE } from './sample-documents.ts'
import { serveSettings } from './settings-neighbour.ts'
import { serveTeam } from './team-neighbour.ts'
import { deskOnly, ownerOnly, residentOnly, staffOnly } from './who-may.ts'

const CODE = '123456'
/** What identity gives a browser to keep. */
export const DEVICE_MARK = 'mark-of-a-device'

/** Tokens of people the neighbours know; the name of each is its token. */
export const PEOPLE = {
  resident: session('resident', 'resident', 'mitaka'),
  stranger: session('stranger', 'resident', 'mitaka'),
  staff: session('staff', 'staff', 'mitaka'),
  staffElsewhere: session('staffElsewhere', 'staff', 'sapporo'),
  admin: session('admin', 'admin', 'mitaka'),
  operator: session('operator', 'operator', 'installation'),
  stale: { ...session('admin', 'admin', 'mitaka'), isFresh: false },
  bare: { ...session('staff', 'staff', 'mitaka'), mustEnrol: true },
  changer: { ...session('resident', 'resident', 'mitaka'), mustChangePassword: true },
} as const
export type Person = keyof typeof PEOPLE

/** A question a neighbour was asked. */
export type Question = { readonly subject: string; readonly input: unknown }
export type Neighbours = {
  readonly asked: () => readonly Question[]
  readonly inputsOf: <Q extends Request>(request: Q) => readonly z.output<Q['input']>[]
  readonly forget: () => void
}

/** Answers for all services as their contract says, for one city, one resident and one reservation; and remembers the questions. */
export function serveNeighbours(bed: Bed): Neighbours {
  const questions: Question[] = []
  const judge = judging()
  const serve: Bed['serve'] = (request, handler) =>
    bed.serve(request, input => {
      questions.push({ subject: request.subject, input })
      return handler(input)
    })
  serveIdentity(serve)
  servePeople(serve, PEOPLE.resident)
  serveTeam(serve)
  serveSettings(serve)
  serveCatalog(serve)
  serveReservation(serve)
  // Presses of one message are remembered as what they are: one question each.
  bed.serve(applyMany, ({ attempts }) =>
    done({
      answers: attempts.map(input => {
        questions.push({ subject: bookings.apply.subject, input })
        return judge(input)
      }),
    }),
  )
  serveBookingDesk(serve)
  serveMoney(serve)
  servePoints(serve)
  serveHallway(serve)
  serveLottery(serve)
  serveOthers(serve)
  return {
    asked: () => questions,
    // Safe: the bus parsed each input by the schema of this very request before it was remembered.
    inputsOf: request => questions.filter(({ subject }) => subject === request.subject).map(inputOf(request)),
    forget: () => questions.splice(0),
  }
}

// Safe: the bus parsed each input by the schema of this very request before it was remembered.
function inputOf<Q extends Request>(_: Q): (question: Question) => z.output<Q['input']> {
  return ({ input }) => input as z.output<Q['input']>
}

function serveIdentity(serve: Bed['serve']): void {
  serve(judgePassword, () => done({}))
  serve(register, ({ cityId }) => (cityId === 'mitaka' ? done({}) : refuse('unknown-city')))
  serve(confirmRegistration, ({ token }) =>
    token === 'right' ? done({ memberNumber: '1234567' }) : refuse('token-not-valid'),
  )
  serve(startLogin, ({ password }) =>
    password === 'wrong'
      ? refuse('credentials-wrong')
      : done({ challengeId: IDS.challenge, expiresAt: INSTANT, by: 'mail' }),
  )
  serve(finishLogin, ({ code, stay }) =>
    code === CODE
      ? done({ token: 'resident', session: PEOPLE.resident, ...(stay && { device: DEVICE_MARK }) })
      : refuse('code-wrong', { triesLeft: 4 }),
  )
  serve(findSession, ({ token }) => {
    const known = Object.entries(PEOPLE).find(([name]) => name === token)?.[1]
    return known ? done(known) : refuse('no-session')
  })
  serve(logout, () => done({}))
  serve(getPermission, ({ actor, cityId }) => done(permission(actor.personId, cityId)))
  serve(applyPermission, ({ actor, cityId }) => done(permission(actor.personId, cityId)))
  serve(approvePermission, ({ actor, personId }) => deskOnly(actor) ?? done(permission(personId, 'mitaka')))
  serve(returnPermission, ({ actor, personId }) => deskOnly(actor) ?? done(permission(personId, 'mitaka')))
}

function serveCatalog(serve: Bed['serve']): void {
  const city = {
    ...demoCity({ cityId: 'mitaka' }),
    openData: { municipalityCode: '132047', prefecture: '東京都', licence: 'CC BY 4.0' },
  }
  const ofMitaka = <V>(cityId: string, value: V) => (cityId === 'mitaka' ? done(value) : refuse('not-found'))
  serve(listCities, () => done({ items: [city] }))
  serve(getCity, ({ cityId }) => ofMitaka(cityId, city))
  serve(listNotices, ({ cityId }) => ofMitaka(cityId, { items: [NOTICE], next: null }))
  serve(getNotice, () => done(NOTICE))
  serve(searchVenues, ({ cityId }) => ofMitaka(cityId, { items: [VENUE], next: null }))
  serve(getVenue, ({ venueId }) => (venueId === VENUE.venueId ? done(VENUE) : refuse('not-found')))
  serve(getSearchTerms, ({ cityId }) => ofMitaka(cityId, { purposes: [], areas: [], equipment: [] }))
  serve(searchFree, ({ cityId }) =>
    ofMitaka(cityId, { items: [], more: false, next: null, near: [], tooLate: null }),
  )
  serve(getAvailability, () => done({ etag: '"v1"', body: AVAILABILITY_TEXT }))
  serve(publishNotice, ({ actor }) =>
    actor !== 'system' && actor.role === 'resident' ? refuse('not-allowed') : done({ noticeId: IDS.notice }),
  )
}

type Press = z.output<typeof bookings.apply.input>

function judging(): (press: Press) => OutcomeOf<typeof bookings.apply> {
  const keys = new Map<string, string>()
  return ({ actor, key, application }) => {
    const receiptId = IDS.receipt
    if (actor.role !== 'resident') return refuse('not-approved', { receiptId, permission: 'none' })
    const body = JSON.stringify(application)
    if ((keys.get(key) ?? body) !== body) return refuse('key-used-differently')
    keys.set(key, body)
    if (application.people > 26) return refuse('people-out-of-range', { receiptId, capacity: 26 })
    if (application.eventName === '早すぎる')
      return refuse('not-open-yet', { receiptId, opensAt: '2024-11-02T22:00:00.000Z', serverTime: INSTANT })
    if (application.eventName === '抽選中')
      return refuse('draw-in-progress', { receiptId, retryAfterSeconds: 7 })
    return done({ reservation: RESERVATION, receiptId, place: 1 })
  }
}

function serveReservation(serve: Bed['serve']): void {
  serve(bookings.getReceipt, ({ actor }) => ownerOnly(actor) ?? done(RECEIPT))
  serve(bookings.listMine, () => done({ items: [], next: null }))
  serve(bookings.getReservation, ({ actor }) => ownerOnly(actor) ?? done(RESERVATION))
  serve(bookings.cancel, ({ actor }) => ownerOnly(actor) ?? done({ ...RESERVATION, status: 'cancelled' }))
  serve(bookings.confirmWin, ({ actor }) => residentOnly(actor) ?? done(RESERVATION))
  serve(desk.listApplications, ({ actor }) => staffOnly(actor) ?? done({ items: [], next: null }))
  serve(desk.approve, ({ actor, expectedVersion }) => {
    if (expectedVersion === 3) return refuse('not-confirmed-yet', { confirmBy: '2024-11-10T15:00:00.000Z' })
    if (expectedVersion !== 1) return refuse('state-changed', { status: 'cancelled', version: 2 })
    return deskOnly(actor) ?? done({ ...RESERVATION, status: 'approved' })
  })
  serve(desk.refuseApplication, ({ actor }) => deskOnly(actor) ?? done({ ...RESERVATION, status: 'refused' }))
  serve(
    desk.holdSpace,
    ({ actor, ...hold }) => deskOnly(actor) ?? done({ ...hold, occupancyId: IDS.occupancy }),
  )
  serve(desk.releaseHold, ({ actor }) => deskOnly(actor) ?? done({}))
}

function serveOthers(serve: Bed['serve']): void {
  serve(listMails, ({ actor }) => staffOnly(actor) ?? done({ items: [] }))
  serve(sendMailAgain, ({ actor }) => staffOnly(actor) ?? done({}))
  serve(markTold, ({ actor }) => staffOnly(actor) ?? done({}))
  serve(
    openLetter,
    ({ actor, mailId }) =>
      staffOnly(actor) ??
      done({
        mailId,
        personId: IDS.resident,
        name: '三鷹 梅',
        language: 'ja',
        subject: '申込みを受け付けました',
        text: '三鷹 梅 様',
        status: 'to-tell',
      }),
  )
  serve(listDoors, ({ actor }) => staffOnly(actor) ?? done({ items: [] }))
  serve(listEmergencyCodes, ({ actor }) => staffOnly(actor) ?? done({ items: [] }))
  serve(changeEmergencyCodes, ({ actor }) =>
    actor.role === 'admin' ? done({ doors: 1 }) : refuse('not-allowed'),
  )
  serve(keepSpareCodes, ({ actor, keeps }) =>
    actor.role === 'admin' ? done({ keeps }) : refuse('not-allowed'),
  )
  serve(showEmergencyCodes, ({ actor }) =>
    actor.role === 'admin' ? done({ shownAt: INSTANT, doors: [] }) : refuse('not-allowed'),
  )
  serve(getDoorCodes, ({ asker }) =>
    asker === 'mail' || asker.personId !== IDS.resident
      ? refuse('not-found')
      : done({
          doors: [
            { lockId: 'door', doorName: '玄関', code: '4711', from: INSTANT, to: INSTANT, state: 'usable' },
          ],
        }),
  )
  serve(setTownClock, () => done({ now: INSTANT, steps: 1 }))
}

function session(person: keyof typeof IDS, role: Role, cityId: string): Session {
  return {
    sessionId: IDS[person].replace('-7000-', '-7001-'),
    personId: IDS[person],
    role,
    cityId,
    name: '試験 花子',
    memberNumber: '1234567',
    language: 'ja',
    mustChangePassword: false,
    mustEnrol: false,
    isFresh: true,
    expiresAt: '2099-01-01T00:00:00.000Z',
  }
}

function permission(personId: string, cityId: string): Permission {
  return { personId, cityId, status: 'applied', version: 1, reason: null, changedAt: INSTANT }
}
