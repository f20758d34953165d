import type { Actor, Role } from '@asaichi/contract/actor.ts'
import { type Outcome, refuse } from '@asaichi/contract/define.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { keeperOf, mayGive, maySeeTeam } from '../domain/team.ts'
import type { Tables } from '../store/schema.ts'
import { findMember, isLastKeeper, type TeamKey, type TeamMember } from '../store/team.ts'

type Refusal = {
  readonly code: 'not-allowed' | 'not-found' | 'last-admin'
  readonly detail: Record<never, never>
}

/** What one of a team does to another of it, or to themselves; who leaves the last keeper’s place empty is refused. */
export async function changeTeam<V>(
  db: Kysely<Tables>,
  { actor, leavesAs, ...key }: TeamKey & { readonly actor: Actor; readonly leavesAs: Role },
  change: (tx: Transaction<Tables>, member: TeamMember) => Promise<{ readonly ok: true; readonly value: V }>,
): Promise<Outcome<V, Refusal>> {
  const { cityId } = key
  if (!maySeeTeam(actor, cityId)) return refuse('not-found')
  return db.transaction().execute(async tx => {
    const isLast = await isLastKeeper(tx, key)
    const member = await findMember(tx, key)
    if (!member) return refuse('not-found')
    if (!mayGive(actor, { cityId, role: member.role })) return refuse('not-allowed')
    if (isLast && leavesAs !== keeperOf(cityId)) return refuse('last-admin')
    return change(tx, member)
  })
}
