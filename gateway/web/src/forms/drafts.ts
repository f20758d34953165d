const PREFIX = 'draft:'

/** Typed text of a form, kept in this tab so that a lost session, a reload or another page takes nothing away. */
export function keepDraft(name: string, values: object): void {
  try {
    sessionStorage.setItem(PREFIX + name, JSON.stringify(values))
  } catch {
    // Storage may be full or forbidden; the form works without it.
  }
}

/** The kept fields that the form still has, with the same kind of value. */
export function readDraft<V extends object>(name: string, initial: V): V {
  const kept = parse(read(name))
  const same = Object.entries(initial).map(([field, value]) => {
    const before = Object.getOwnPropertyDescriptor(kept, field)?.value
    return [field, typeof before === typeof value ? before : value]
  })
  // Safe: the fields of `initial`, each with its own value or a kept one of the same type.
  return Object.fromEntries(same) as V
}

export function forgetDraft(name: string): void {
  try {
    sessionStorage.removeItem(PREFIX + name)
  } catch {
    // Nothing was kept where storage is forbidden.
  }
}

/** The key of a send whose answer is not known yet. */
export function keepKey(name: string, key: string): void {
  keepDraft(`${name}#key`, { key })
}

export function readKey(name: string): string {
  return readDraft(`${name}#key`, { key: '' }).key
}

export function forgetKey(name: string): void {
  forgetDraft(`${name}#key`)
}

/** At a logout: the next person at this machine finds nothing. */
export function forgetDrafts(): void {
  try {
    const names = Array.from({ length: sessionStorage.length }, (_, index) => sessionStorage.key(index))
    for (const name of names) if (name?.startsWith(PREFIX)) sessionStorage.removeItem(name)
  } catch {
    // As above.
  }
}

function read(name: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

function parse(text: string | null): object {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
