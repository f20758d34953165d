import type { Actor } from '@asaichi/contract/actor.ts'
import type { TeamRole } from '@asaichi/contract/identity/team.ts'
import { INSTALLATION } from '@asaichi/contract/installation.ts'

/** An admin looks at the own city's team, an operator at every one. */
export function maySeeTeam(actor: Actor, cityId: string): boolean {
  return actor.role === 'operator' || (actor.role === 'admin' && actor.cityId === cityId)
}

/** An admin gives and takes the roles of the own city; an operator those of operators, and admins anywhere. */
export function mayGive(
  actor: Actor,
  { cityId, role }: { readonly cityId: string; readonly role: TeamRole },
) {
  if (!maySeeTeam(actor, cityId) || !belongsIn(cityId, role)) return false
  return actor.role === 'admin' || role !== 'staff'
}

function belongsIn(cityId: string, role: TeamRole): boolean {
  return (role === 'operator') === (cityId === INSTALLATION)
}

/** The role that a team is never without. */
export function keeperOf(cityId: string): TeamRole {
  return cityId === INSTALLATION ? 'operator' : 'admin'
}
