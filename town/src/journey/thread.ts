import type { Answer, Visitor } from './visitor.ts'

/** A booking of the story and, once the locks have them, its codes by lock. */
export type Booking = {
  readonly who: Visitor
  readonly mail: string
  readonly date: string
  readonly reservationId: string
  readonly version: number
  codes?: Readonly<Record<string, string>>
}

export type Booker = { readonly who: Visitor; readonly mail: string }

/** What the chapters of one telling hand on to each other. */
export type Thread = {
  confirmationToken?: string
  first?: Booking
  second?: Booking
  drawn?: { readonly winner: Booking; readonly loser: Booker; readonly roundId: string }
  loser?: { readonly who: Visitor; readonly mail: string; readonly answer: Answer }
}
