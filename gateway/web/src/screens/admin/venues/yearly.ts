import type { Venue } from '@asaichi/contract/catalog/venue.ts'

type Closure = Venue['closures'][number]

/** Days of every year, `12-29` to `01-03`, so many times from a year on; a span whose end is before its beginning ends in the next year. */
export function yearlyClosures(
  { from, to, reason }: Closure,
  { first, years }: { readonly first: number; readonly years: number },
): readonly Closure[] {
  return Array.from({ length: years }, (_, nr) => ({
    from: `${first + nr}-${from}`,
    to: `${to < from ? first + nr + 1 : first + nr}-${to}`,
    reason,
  }))
}
