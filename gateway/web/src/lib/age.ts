import type { LocalDate } from '@asaichi/contract/time.ts'

/** Whole years on a date: one more from the birthday on, and on 1 March for who was born on a 29 February. */
export function ageOn(birthDate: LocalDate, date: LocalDate): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years
}
