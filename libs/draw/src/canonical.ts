/**
 * Canonical JSON text (RFC 8785 for null, booleans, strings, safe integers, arrays and objects with printable ASCII keys), so that
 * every implementation hashes the same bytes. Anything else throws: fractions, half surrogates and `undefined` read differently
 * elsewhere.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return canonicalString(value)
  if (typeof value === 'number') return canonicalInteger(value)
  if (typeof value === 'object') return canonicalContainer(value)
  throw new TypeError(`No canonical form for ${typeof value}`)
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('No canonical form for half a surrogate pair')
  return JSON.stringify(text)
}

function canonicalInteger(number: number): string {
  if (!Number.isSafeInteger(number))
    throw new TypeError('No canonical form for a number that is not a safe integer')
  return String(number)
}

function canonicalContainer(container: object): string {
  if (Array.isArray(container)) return `[${container.map(canonical).join(',')}]`
  // The default order is by UTF-16 unit, which for ASCII keys is every language's order.
  const members = Object.entries(container).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([key, value]) => `${canonicalKey(key)}:${canonical(value)}`).join(',')}}`
}

function canonicalKey(key: string): string {
  if (!/^[\x20-\x7e]*$/.test(key)) throw new TypeError('No canonical form for a key that is not ASCII')
  return JSON.stringify(key)
}
