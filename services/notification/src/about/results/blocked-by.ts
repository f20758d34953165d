import type { EntryFacts } from '../entry.ts'

type Words = { readonly cityUse: string; readonly closure: string; readonly taken: string }

/** M20: what held the time of a win when it was to be placed, in words; null where nothing did. */
export function blockedBy({ voidBecause }: EntryFacts, { cityUse, closure, taken }: Words): string | null {
  switch (voidBecause) {
    case 'city-use':
      return cityUse
    case 'closure':
      return closure
    case 'reservation':
    case 'reopening':
    case 'draw':
      return taken
    case null:
    case undefined:
      return null
    default:
      return voidBecause satisfies never
  }
}
