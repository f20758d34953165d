import { withValue } from './document.ts'

/** What somebody typed, by path; without a value it is to be taken away. Kept apart from the document, so that it can be laid over a newer one. */
export type Edits = Readonly<Record<string, { readonly value?: unknown }>>

/** The document as it would be. While somebody types, text may stand where a number belongs: the API says so. */
export function edited<D>(document: D, edits: Edits): D {
  return Object.entries(edits).reduce((now, [path, { value }]) => withValue(now, path, value), document)
}

/** A later answer is laid over earlier ones: inside of one it changes it, around some it takes their place. */
export function withEdit(edits: Edits, path: string, value: unknown): Edits {
  const around = Object.keys(edits).find(key => path.startsWith(`${key}.`))
  if (around !== undefined) {
    const inside = path.slice(around.length + 1)
    return { ...edits, [around]: { value: withValue(edits[around]?.value, inside, value) } }
  }
  const others = Object.entries(edits).filter(([key]) => key !== path && !key.startsWith(`${path}.`))
  return { ...Object.fromEntries(others), [path]: { value } }
}
