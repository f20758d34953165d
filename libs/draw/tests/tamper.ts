/** A place in a JSON value. */
export type Path = readonly (string | number)[]

/** Every place of a JSON value, the value itself left out. */
export function pathsOf(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return []
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value)
  return keys.flatMap(key => [[...at, key], ...pathsOf(member(value, key), [...at, key])])
}

/** Copies of the value, each changed at this one place: another value there, the place gone, and for lists an item twice or moved. */
export function changesAt(value: unknown, path: Path): readonly unknown[] {
  const found = path.reduce(member, value)
  const others = Array.isArray(found)
    ? [[...found, ...found.slice(0, 1)], found.toReversed(), found.slice(1)]
    : [other(found), { nobody: 1 }]
  return [...others.map(change => put(value, path, change)), put(value, path, undefined)].filter(
    copy => JSON.stringify(copy) !== JSON.stringify(value),
  )
}

/** Like the value before, and of the same form where that is possible. */
function other(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value !== 'string') return 0
  const at = value.search(/\d(?=\D*$)/)
  return at < 0 ? `${value}x` : value.slice(0, at) + ((Number(value[at]) + 1) % 10) + value.slice(at + 1)
}

function put(value: unknown, [key, ...rest]: Path, change: unknown): unknown {
  if (key === undefined) return change
  const changed = put(member(value, key), rest, change)
  if (Array.isArray(value))
    return changed === undefined
      ? value.filter((_, index) => index !== key)
      : value.with(Number(key), changed)
  return { ...Object(value), [key]: changed }
}

function member(value: unknown, key: string | number): unknown {
  return Reflect.get(Object(value), key)
}
