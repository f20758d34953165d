import { createHash } from 'node:crypto'

/** Strong entity tag of a text, its quotes included. */
export function entityTag(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
}
