import type { texts as account } from './ja/account.ts'
import type { texts as admin } from './ja/admin.ts'
import type { texts as availability } from './ja/availability.ts'
import type { texts as booking } from './ja/booking.ts'
import type { texts as calendar } from './ja/calendar.ts'
import type { texts as common } from './ja/common.ts'
import type { texts as emergency } from './ja/emergency.ts'
import type { texts as factor } from './ja/factor.ts'
import type { texts as fees } from './ja/fees.ts'
import type { texts as free } from './ja/free.ts'
import type { texts as headcount } from './ja/headcount.ts'
import type { texts as help } from './ja/help.ts'
import type { texts as holds } from './ja/holds.ts'
import type { texts as invitation } from './ja/invitation.ts'
import type { texts as kiosk } from './ja/kiosk.ts'
import type { texts as lottery } from './ja/lottery.ts'
import type { texts as member } from './ja/member.ts'
import type { texts as mine } from './ja/mine.ts'
import type { texts as move } from './ja/move.ts'
import type { texts as own } from './ja/own.ts'
import type { texts as ownData } from './ja/own-data.ts'
import type { texts as permit } from './ja/permit.ts'
import type { texts as person } from './ja/person.ts'
import type { texts as places } from './ja/places.ts'
import type { texts as pointDesk } from './ja/point-desk.ts'
import type { texts as points } from './ja/points.ts'
import type { texts as press } from './ja/press.ts'
import type { texts as problems } from './ja/problems.ts'
import type { texts as pub } from './ja/public.ts'
import type { texts as reasons } from './ja/reasons.ts'
import type { texts as receipt } from './ja/receipt.ts'
import type { texts as report } from './ja/report.ts'
import type { texts as reservation } from './ja/reservation.ts'
import type { texts as session } from './ja/session.ts'
import type { texts as spare } from './ja/spare.ts'
import type { texts as staff } from './ja/staff.ts'
import type { texts as staffProblems } from './ja/staff-problems.ts'
import type { texts as states } from './ja/states.ts'
import type { texts as verify } from './ja/verify.ts'

type Areas = {
  readonly common: typeof common
  readonly states: typeof states
  readonly problems: typeof problems
  readonly 'staff-problems': typeof staffProblems
  readonly reasons: typeof reasons
  readonly public: typeof pub
  readonly places: typeof places
  readonly emergency: typeof emergency
  readonly factor: typeof factor
  readonly free: typeof free
  readonly fees: typeof fees
  readonly headcount: typeof headcount
  readonly holds: typeof holds
  readonly help: typeof help
  readonly account: typeof account
  readonly permit: typeof permit
  readonly person: typeof person
  readonly member: typeof member
  readonly calendar: typeof calendar
  readonly availability: typeof availability
  readonly booking: typeof booking
  readonly receipt: typeof receipt
  readonly press: typeof press
  readonly points: typeof points
  readonly 'point-desk': typeof pointDesk
  readonly mine: typeof mine
  readonly own: typeof own
  readonly 'own-data': typeof ownData
  readonly reservation: typeof reservation
  readonly move: typeof move
  readonly lottery: typeof lottery
  readonly verify: typeof verify
  readonly session: typeof session
  readonly spare: typeof spare
  readonly staff: typeof staff
  readonly report: typeof report
  readonly invitation: typeof invitation
  readonly admin: typeof admin
  readonly kiosk: typeof kiosk
}

/** The files of `ja/`, each an area of texts loaded for itself. */
export type TextArea = keyof Areas
/** Every text by `area.name`. */
export type Key = { [A in TextArea]: `${A}.${keyof Areas[A] & string}` }[TextArea]
/** The same texts in another language: a missing or an extra one does not compile. */
export type Translation<J> = { readonly [K in keyof J]: string }
