/** The paths of what stands in a document and not in what was read of it, because nobody knows it. */
export function unknownKeys(
  told: unknown,
  read: unknown,
  path: readonly PropertyKey[] = [],
): readonly (readonly PropertyKey[])[] {
  if (Array.isArray(told) && Array.isArray(read))
    return told.flatMap((item: unknown, nr) => unknownKeys(item, read[nr], [...path, nr]))
  if (!isRecord(told) || !isRecord(read)) return []
  return Object.entries(told).flatMap(([key, value]) =>
    key in read ? unknownKeys(value, read[key], [...path, key]) : [[...path, key]],
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
