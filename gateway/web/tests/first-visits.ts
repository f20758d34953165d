import { applyPath } from './booking-steps.ts'
import type { StatesBed } from './states/states-bed.ts'

/** An address of each area of residents. Somebody not logged in is given the same files, and no answer that refuses. */
export const FIRST_VISITS: readonly (readonly [area: string, path: (bed: StatesBed) => string])[] = [
  ['public', () => '/'],
  ['places', () => '/search'],
  ['availability (R6)', calendarPath],
  ['booking', bed => applyPath({ date: bed.today, from: '13:00', to: '15:00' })],
  ['receipt', () => '/apply/done'],
  ['account', () => '/register'],
  ['login', () => '/login'],
  ['password', () => '/password-help'],
  ['permission', () => '/permission'],
  ['member', () => '/account'],
  ['own-data', () => '/account/data'],
  ['mine', () => '/my'],
  ['reservation', () => '/reservations/1'],
  ['bill', () => '/reservations/1/invoice'],
  ['details', () => '/reservations/1/details'],
  ['move', () => '/reservations/1/move'],
  ['lottery', () => '/entries/1'],
  ['round', () => '/rounds/mitaka/2026-12-01'],
  ['help', () => '/help'],
  ['kiosk', () => '/guide'],
]

/** R6 without a choice. */
export function calendarPath({ listingId }: StatesBed): string {
  return `/listings/${listingId}/availability`
}
