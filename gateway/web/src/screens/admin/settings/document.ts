type Fields = Record<string, unknown>

/**
 * The value at a dotted path of a document; undefined where nothing is. An item of a list is named by its number, a room by its
 * id, because somebody else may put one before it.
 */
export function valueAt(document: unknown, path: string): unknown {
  return path.split('.').reduce(stepInto, document)
}

/** The document with another value there, which `undefined` takes away; the path is made as far as it was not there. */
export function withValue<D>(document: D, path: string, value: unknown): D {
  const copy = structuredClone(document)
  put(copy, path.split('.'), value)
  return copy
}

/** A path of the API's, which counts rooms, as `valueAt` names them. */
export function namedPath(document: unknown, path: string): string {
  const [first, nr, ...rest] = path.split('.')
  if (first !== 'spaces' || nr === undefined) return path
  const spaceId = valueAt(document, `spaces.${nr}.spaceId`)
  return [first, typeof spaceId === 'string' ? spaceId : nr, ...rest].join('.')
}

/** What a field shows of a value: text as it is, a number in digits, nothing of what is no answer. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function stepInto(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return value[placeIn(value, step)]
  return isFields(value) ? value[step] : undefined
}

function placeIn(list: readonly unknown[], step: string): number {
  const nr = list.findIndex(item => isFields(item) && item['spaceId'] === step)
  return nr >= 0 ? nr : Number(step)
}

function put(parent: unknown, [step = '', ...rest]: readonly string[], value: unknown): void {
  if (Array.isArray(parent)) putInList(parent, step, { rest, value })
  else if (isFields(parent)) putInFields(parent, step, { rest, value })
}

type What = { readonly rest: readonly string[]; readonly value: unknown }

function putInList(list: unknown[], step: string, { rest, value }: What): void {
  const nr = placeIn(list, step)
  if (rest.length > 0) put(list[nr], rest, value)
  else if (value === undefined && nr in list) list.splice(nr, 1)
  else if (value !== undefined) list.splice(Number.isNaN(nr) ? list.length : nr, 1, value)
}

// Words in another language that were taken back leave no empty shell behind.
const SHELLS = ['translations', 'ja-easy', 'en', 'facts', 'addressParts', 'operator', 'access']

function putInFields(fields: Fields, step: string, { rest, value }: What): void {
  if (rest.length === 0) {
    if (value === undefined) Reflect.deleteProperty(fields, step)
    else fields[step] = value
    return
  }
  if (typeof fields[step] !== 'object' || fields[step] === null) fields[step] = {}
  put(fields[step], rest, value)
  if (SHELLS.includes(step) && JSON.stringify(fields[step]) === '{}') Reflect.deleteProperty(fields, step)
}
