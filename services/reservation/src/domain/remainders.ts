export type Stretch = {
  readonly spaceIds: readonly string[]
  readonly startsAt: string
  readonly endsAt: string
}

/** What is left of a stretch of the calendar when another is cut out of it: rooms not touched, the time before, the time after. */
export function remainders(stretch: Stretch, cut: Stretch): readonly Stretch[] {
  const { spaceIds, startsAt, endsAt } = stretch
  const touched = spaceIds.filter(spaceId => cut.spaceIds.includes(spaceId))
  if (touched.length === 0 || cut.endsAt <= startsAt || endsAt <= cut.startsAt) return [stretch]
  const others = spaceIds.filter(spaceId => !touched.includes(spaceId))
  return [
    { spaceIds: others, startsAt, endsAt },
    { spaceIds: touched, startsAt, endsAt: cut.startsAt },
    { spaceIds: touched, startsAt: cut.endsAt, endsAt },
  ].filter(part => part.spaceIds.length > 0 && part.startsAt < part.endsAt)
}
