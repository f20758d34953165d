import type { Actor } from '@asaichi/contract/actor.ts'

/** T8: notices are the daily work of staff. */
export function mayTell(actor: Actor | 'system', cityId: string): boolean {
  return actor === 'system' || (actor.role !== 'resident' && actor.cityId === cityId)
}

/** The system itself (demo, imports), or an admin within the own city. */
export function mayWrite(actor: Actor | 'system', cityId: string): boolean {
  return actor === 'system' || (actor.role === 'admin' && actor.cityId === cityId)
}

/** Who a change is written down under; nobody where it comes from a file or the machine. */
export function byOf(actor: Actor | 'system'): string | null {
  return actor === 'system' ? null : actor.personId
}
