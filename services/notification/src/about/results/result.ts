import type { EntryFacts } from '../entry.ts'
import type { ReservationFacts } from '../reservation.ts'

/** What became of an entry, for mails E and F. */
export type Result = Won | Lost | Void
export type Won = { readonly outcome: 'won'; readonly entry: EntryFacts; readonly facts: ReservationFacts }
export type Lost = {
  readonly outcome: 'lost'
  readonly entry: EntryFacts
  /** When first-come opens for the use date (M18). */
  readonly firstComeAt: string
}
export type Void = {
  readonly outcome: 'void'
  readonly entry: EntryFacts
  /** Of a cancelled round. */
  readonly reason: string | null
}
