import type { FieldChange } from '@asaichi/contract/catalog/settings.ts'

const MOST_CHANGES = 100
const MOST_CHARACTERS = 200

/** What differs between two documents of JSON, leaf by leaf in the order of the newer one; at most a hundred. */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  return changesAt('', before, after).slice(0, MOST_CHANGES)
}

function changesAt(path: string, before: unknown, after: unknown): FieldChange[] {
  if (!isBranch(before) || !isBranch(after) || Array.isArray(before) !== Array.isArray(after))
    return textOf(before) === textOf(after) ? [] : [{ path, before: shown(before), after: shown(after) }]
  const names = new Set([...Object.keys(after), ...Object.keys(before)])
  return [...names].flatMap(name =>
    changesAt(path === '' ? name : `${path}.${name}`, before[name], after[name]),
  )
}

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function textOf(value: unknown): string | undefined {
  return JSON.stringify(value)
}

function shown(value: unknown): string | null {
  return textOf(value)?.slice(0, MOST_CHARACTERS) ?? null
}
