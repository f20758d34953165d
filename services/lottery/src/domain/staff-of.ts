import type { Actor } from '@asaichi/contract/actor.ts'

export function isStaffOf(actor: Actor, { cityId }: { readonly cityId: string }): boolean {
  return actor.role !== 'resident' && actor.cityId === cityId
}
