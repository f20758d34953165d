/** What somebody says who wants a room, beside room and time; a test names only what it is about. */
export const EVERYDAY_EVENT = {
  eventName: '町会の集まり',
  people: 10,
  note: '町会 定例会',
  paidEvent: false,
  acceptedTermsVersion: '2024-04',
  guardianPresent: false,
} as const
