import type { Actor } from '@asaichi/contract/actor.ts'

/** The system itself (demo, imports), or an admin within the own city. */
export function mayWrite(actor: Actor | 'system', cityId: string): boolean {
  return actor === 'system' || (actor.role === 'admin' && actor.cityId === cityId)
}
