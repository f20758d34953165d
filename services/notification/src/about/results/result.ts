import type { Body, Frame } from '../../domain/letter.ts'
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

type Words = {
  readonly won: (result: Won, frame: Frame) => Body
  readonly lost: (result: Lost, frame: Frame) => Body
  readonly void: (result: Void, frame: Frame) => Body
}

/** The words of one language, by what became of the entry. */
export function resultWords(words: Words): (result: Result, frame: Frame) => Body {
  return (result, frame) => {
    switch (result.outcome) {
      case 'won':
        return words.won(result, frame)
      case 'lost':
        return words.lost(result, frame)
      case 'void':
        return words.void(result, frame)
    }
  }
}
