/** A space and what it is made of (M13): a hall and its halves. */
export type SpaceParts = { readonly spaceId: string; readonly parts: readonly string[] }

/**
 * The calendars a booking of the space is written to: its own and those of all its parts, at any depth, sorted because locks
 * are taken by id. A booking of a part then meets one of the whole on the part's own row, while two parts never meet.
 */
export function withParts(spaces: readonly SpaceParts[], spaceId: string): readonly string[] {
  const found = new Set([spaceId])
  for (const id of found)
    for (const part of spaces.find(space => space.spaceId === id)?.parts ?? []) found.add(part)
  return [...found].toSorted()
}

/** The spaces whose calendar shows what is written to these: themselves, and every whole they are a part of. */
export function spacesShowing(spaces: readonly SpaceParts[], spaceIds: readonly string[]): readonly string[] {
  const wholes = spaces.filter(space => withParts(spaces, space.spaceId).some(id => spaceIds.includes(id)))
  return [...new Set([...spaceIds, ...wholes.map(space => space.spaceId)])].toSorted()
}
