import type { Actor } from '@asaichi/contract/actor.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { countApplicants as request } from '@asaichi/contract/identity/staff.ts'
import type { Context } from '../context.ts'
import { countByStatus } from '../store/people.ts'

/** T1: how much of each kind waits or is done in the own city. */
export async function countApplicants(
  { db }: Context,
  { actor }: { readonly actor: Actor },
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const counts = new Map((await countByStatus(db, actor.cityId)).map(row => [row.status, row.count]))
  return done({
    applied: counts.get('applied') ?? 0,
    approved: counts.get('approved') ?? 0,
    returned: counts.get('returned') ?? 0,
    suspended: counts.get('suspended') ?? 0,
  })
}
