import type { RefusalOf, Refusals } from '@asaichi/contract/define.ts'
import { type Problem, type ProblemStatus, retryAfter } from './http/problem.ts'
import type { Refusal } from './http/route.ts'
import type { AnyRoute } from './routes/all.ts'

type CodeIn<R> = R extends { readonly answers: { readonly refusals: infer Listed extends Refusals } }
  ? RefusalOf<Listed>['code']
  : never
/** Every refusal some route can meet. */
export type RefusalCode = CodeIn<AnyRoute>

/** The one translation of refusals into HTTP: a code the contract lists and this table lacks does not compile. */
export const REFUSALS: { readonly [C in RefusalCode]: ProblemStatus } = {
  'not-found': 404,
  'not-allowed': 403,
  'unknown-city': 404,
  'unknown-listing': 404,

  'terms-outdated': 409,
  'known-already': 409,
  'weak-password': 422,
  'birth-date-impossible': 422,
  'token-not-valid': 410,
  'link-expired': 410,
  'login-kind-not-offered': 422,
  'number-needed': 422,
  'credentials-wrong': 401,
  'too-many-attempts': 429,
  'too-many-codes': 429,
  'same-mail': 422,
  'mail-taken': 409,
  'password-work-full': 503,
  'code-wrong': 401,
  'code-not-valid': 401,
  'current-password-wrong': 422,
  'works-for-city': 403,
  'has-live-bookings': 409,
  'has-open-entries': 409,
  'has-open-bills': 409,
  'same-password': 422,
  'id-taken': 409,
  'version-changed': 412,
  'changed-meanwhile': 409,
  'keypad-too-short': 422,
  'spare-too-early': 409,
  'spare-given': 409,
  'no-spare': 409,
  'unknown-part': 422,
  'part-of-itself': 422,
  'door-to-unknown-space': 422,
  'option-for-unknown-space': 422,
  'in-team-already': 409,
  'last-admin': 409,
  'own-factor': 403,
  'no-factor': 409,
  'enrolment-not-begun': 409,
  'enrolment-code-wrong': 422,
  'account-needed': 422,
  'no-session': 401,
  'identity-confirmed': 409,
  'contact-needed': 409,
  'unknown-class': 422,
  suspended: 403,

  'months-not-valid': 422,
  'span-not-valid': 422,
  'span-too-long': 422,
  'date-out-of-range': 422,
  'band-not-valid': 422,
  'month-too-far': 422,
  'nothing-to-send': 409,
  'nothing-to-tell': 409,
  'no-mail': 409,
  'id-used-differently': 409,

  'service-stopped': 409,
  'not-approved': 403,
  banned: 403,
  'not-open-yet': 409,
  'draw-in-progress': 503,
  closed: 409,
  'outside-hours': 422,
  'off-grid': 422,
  'too-short': 422,
  'people-out-of-range': 422,
  'purpose-needed': 422,
  'terms-not-accepted': 422,
  'guardian-needed': 422,
  'wrong-listing': 422,
  'quota-reached': 409,
  'overlaps-own-booking': 409,
  'day-hours-reached': 409,
  taken: 409,
  'option-gone': 409,
  'key-used-differently': 422,
  'in-opening-pool': 503,
  'attempt-in-flight': 429,
  busy: 503,
  'state-changed': 409,
  'person-not-approved': 409,
  'own-booking': 403,
  'reason-needed': 422,
  'gives-points': 409,
  'points-not-offered': 409,
  'use-not-over': 409,
  'mark-taken-back': 409,
  'headcount-not-asked': 409,
  'headcount-closed': 409,
  'kinds-differ': 422,
  'day-cap-reached': 409,
  'second-person-needed': 409,
  'own-request': 403,
  'nothing-to-hold': 422,
  'too-many-spans': 422,
  'bookings-in-the-way': 409,

  'no-such-paper': 409,
  'papers-busy': 503,
  'paid-already': 409,
  'nothing-to-reduce': 409,
  'bill-changed': 409,
  'more-than-due': 422,

  'move-not-offered': 409,
  'already-past': 422,
  'time-is-free': 409,
  'too-many-watches': 409,
  'too-many-favourites': 409,

  'no-lottery': 422,
  'entries-not-open-yet': 409,
  'entries-closed': 409,
  'class-not-in-lottery': 403,
  'held-by-city': 409,
  'too-many-wishes': 422,
  'wishes-of-different-rounds': 422,
  'overlaps-own-entry': 409,
  'entry-quota-reached': 409,
  'not-published-yet': 409,
  'round-over': 409,
  'draw-decided': 409,
  'draw-not-decided': 409,
  'own-entry': 403,
  'not-confirmed-yet': 409,

  'use-is-over': 409,
  'not-ready': 409,

  'clock-goes-forward-only': 409,
  'clock-already-moving': 409,
}

/** A refusal as a problem: the detail's fields for the sentence and the screen, and when to ask again. */
export function refusalProblem({ code, detail }: Refusal): Problem {
  const known = codeOf(code)
  return {
    status: REFUSALS[known],
    code: known,
    // RFC 9457 has a `status` of its own, so that of the thing refused goes by another name.
    extra: 'status' in detail ? renamed(detail) : detail,
    ...('retryAfterSeconds' in detail && { headers: retryAfter(Number(detail.retryAfterSeconds)) }),
  }
}

function renamed({ status, ...others }: { readonly status: unknown }): object {
  return { ...others, currentStatus: status }
}

// Safe: the table holds every code a route can meet, and the bus lets no other through.
function codeOf(code: string): RefusalCode {
  return code as RefusalCode
}
