import { createHash } from 'node:crypto'

/** Strong entity tag of a body, its quotes included. */
export function entityTag(body: string | Uint8Array): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
}
