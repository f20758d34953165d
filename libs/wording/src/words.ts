import type { ReasonCode } from '@asaichi/contract/reservation/reservation.ts'
import type { fields, titles } from './ja/http.ts'
import type { problems } from './ja/problems.ts'
import type { staffProblems } from './ja/staff-problems.ts'

/**
 * What is said of each reason for which an attempt was refused; a language that lacks one of the contract's does not compile.
 * `taken` is said at once, with the refusal's facts in it; `taken-short` in a list that staff read, about somebody;
 * `taken-past` to the person, on the receipt. The later two know no facts.
 */
export type Reasons = Readonly<Record<ReasonCode | `${ReasonCode}-${'short' | 'past'}`, string>>

/** The sentences of all other refusals, and of the cases of some. */
export type Problems = Readonly<Record<keyof typeof problems, string>>

/** And of those that only who works for a city meets. */
export type StaffProblems = Readonly<Record<keyof typeof staffProblems, string>>

/** What the API alone says: by HTTP status, and by what is wrong with a field. */
export type Titles = Readonly<Record<keyof typeof titles, string>>
export type FieldWords = Readonly<Record<keyof typeof fields, string>>
export type FieldFault = keyof FieldWords

/** Every refusal that has a sentence. */
export type Code = ReasonCode | keyof Problems | keyof StaffProblems

// The fact that tells the case.
const CASE_IN: { readonly [C in Code]?: string } = {
  'weak-password': 'reason',
  'wrong-listing': 'use',
  'outside-hours': 'opens',
  'not-approved': 'permission',
}

/** Under which the sentence stands that is for this case of a refusal alone, if there is one: `weak-password-too-short`. */
export function caseKey(code: Code, facts: Readonly<Record<string, unknown>>): string {
  const fact = CASE_IN[code]
  return fact ? `${code}-${String(facts[fact])}` : code
}
