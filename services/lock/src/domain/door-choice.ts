export type VenueDoor = { readonly lockId: string; readonly opens: readonly string[] }

/** The rooms of a venue that are made of others. */
export type SpaceParts = Readonly<Record<string, readonly string[]>>

/** M13: the spaces that are in use where this one is: itself, what it is made of, and every whole that shares a part with it. */
export function spacesMeeting(spaceId: string, parts: SpaceParts): readonly string[] {
  const of = (id: string) => new Set([id, ...(parts[id] ?? [])])
  const own = of(spaceId)
  return [...new Set([spaceId, ...Object.keys(parts)])].filter(id => !own.isDisjointFrom(of(id)))
}

/** M26: the doors of a booked space, those of the parts it is made of, and the entrances, which open nothing in particular. */
export function doorsFor<D extends VenueDoor>(
  spaceId: string,
  { doors, parts }: { readonly doors: readonly D[]; readonly parts: SpaceParts },
): readonly D[] {
  const booked = [spaceId, ...(parts[spaceId] ?? [])]
  return doors.filter(({ opens }) => opens.length === 0 || opens.some(space => booked.includes(space)))
}
