import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { refuse } from '@asaichi/contract/define.ts'

export type ClaimedId =
  | { readonly kind: 'space' | 'lock'; readonly id: string; readonly spaceId: null }
  | { readonly kind: 'listing'; readonly id: string; readonly spaceId: string }

/** Every id a venue claims for itself among all venues. */
export function claimedIds({ spaces, doors }: Venue): readonly ClaimedId[] {
  return [
    ...spaces.map(({ spaceId }) => ({ kind: 'space' as const, id: spaceId, spaceId: null })),
    ...spaces.flatMap(({ spaceId, listings }) =>
      listings.map(({ listingId }) => ({ kind: 'listing' as const, id: listingId, spaceId })),
    ),
    ...doors.map(({ lockId }) => ({ kind: 'lock' as const, id: lockId, spaceId: null })),
  ]
}

/** Why the venue makes no sense by itself: an id twice, a part, a door or an option (G10) that leads nowhere, a space inside itself (M13). */
export function refusalOfShape(venue: Venue) {
  return (
    twiceNamed(venue) ??
    unknownPart(venue) ??
    partOfItself(venue) ??
    doorToNowhere(venue) ??
    optionForNowhere(venue)
  )
}

function twiceNamed(venue: Venue) {
  const seen = new Set<string>()
  const options = (venue.options ?? []).map(({ optionId }) => ({ kind: 'option' as const, id: optionId }))
  for (const { kind, id } of [...claimedIds(venue), ...options]) {
    if (seen.has(`${kind} ${id}`)) return refuse('id-taken', { kind, id })
    seen.add(`${kind} ${id}`)
  }
  return undefined
}

function unknownPart(venue: Venue) {
  const known = spaceIds(venue)
  const spaceId = venue.spaces.flatMap(space => space.parts).find(part => !known.has(part))
  return spaceId === undefined ? undefined : refuse('unknown-part', { spaceId })
}

function partOfItself(venue: Venue) {
  const found = venue.spaces.find(({ spaceId }) => reaches(venue, spaceId))
  return found && refuse('part-of-itself', { spaceId: found.spaceId })
}

/** Whether going down the parts of a space leads back to it. */
function reaches(venue: Venue, start: string): boolean {
  const partsOf = new Map(venue.spaces.map(({ spaceId, parts }) => [spaceId, parts]))
  const seen = new Set<string>()
  const ahead = [...(partsOf.get(start) ?? [])]
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next === start) return true
    if (seen.has(next)) continue
    seen.add(next)
    ahead.push(...(partsOf.get(next) ?? []))
  }
  return false
}

function doorToNowhere(venue: Venue) {
  const known = spaceIds(venue)
  for (const { lockId, opens } of venue.doors) {
    const spaceId = opens.find(space => !known.has(space))
    if (spaceId !== undefined) return refuse('door-to-unknown-space', { lockId, spaceId })
  }
  return undefined
}

function optionForNowhere(venue: Venue) {
  const known = spaceIds(venue)
  for (const option of venue.options ?? []) {
    const spaceId = option.spaceIds?.find(space => !known.has(space))
    if (spaceId !== undefined)
      return refuse('option-for-unknown-space', { optionId: option.optionId, spaceId })
  }
  return undefined
}

function spaceIds({ spaces }: Venue): ReadonlySet<string> {
  return new Set(spaces.map(space => space.spaceId))
}
