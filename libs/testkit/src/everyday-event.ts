import type { Application } from '@asaichi/contract/reservation/reservation.ts'

/** What somebody says who wants a room, beside room and time; a test names only what it is about. */
export const EVERYDAY_EVENT = {
  eventName: '町会の集まり',
  people: 10,
  note: '町会 定例会',
  paidEvent: false,
  acceptedTermsVersion: '2024-04',
  guardianPresent: false,
} as const

/** An everyday press for the room of `demoVenue`, in the morning of 2024-12-01. */
export function everydayApplication(differences: Partial<Application> = {}): Application {
  return {
    listingId: 'yoshitsu',
    date: '2024-12-01',
    from: '09:00',
    to: '10:00',
    ...EVERYDAY_EVENT,
    ...differences,
  }
}
