/** A map of limited size, for what costs memory and can be had again. */
export type BoundedMap<V> = {
  readonly get: (key: string) => V | undefined
  /** Puts the key last; the one longest not set goes when there are too many. */
  readonly set: (key: string, value: V) => void
  readonly delete: (key: string) => void
  readonly clear: () => void
}

export function createBoundedMap<V>(most: number): BoundedMap<V> {
  const map = new Map<string, V>()
  return {
    get: key => map.get(key),
    set(key, value) {
      // A Map keeps the order of insertion, so only taking a key out first makes it the newest.
      map.delete(key)
      map.set(key, value)
      const oldest = map.size > most ? map.keys().next() : undefined
      if (oldest && !oldest.done) map.delete(oldest.value)
    },
    delete: key => void map.delete(key),
    clear: () => map.clear(),
  }
}
