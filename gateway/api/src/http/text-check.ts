import type { core } from 'zod'

/**
 * Where the first text stands that PostgreSQL cannot hold: NUL, or half of a surrogate pair. No field of ours has a use for
 * either, so it is refused here for all of them instead of being a fault behind the door (A4, H14).
 */
export function unstorableText(sent: unknown): core.$ZodIssue | undefined {
  // A list instead of recursion: 64 KB hold tens of thousands of brackets (A91).
  const waiting: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value: sent, path: [] }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
      return { code: 'custom', path: [...path], message: 'control characters', input: undefined }
    if (typeof value === 'object' && value !== null && path.length < DEEPEST)
      for (const [name, inner] of Object.entries(value)) waiting.push({ value: inner, path: [...path, name] })
  }
  return undefined
}

// No schema of ours goes deeper, so what lies below is refused by its schema anyway.
const DEEPEST = 12
