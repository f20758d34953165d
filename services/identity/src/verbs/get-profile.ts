import type { Actor } from '@asaichi/contract/actor.ts'
import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { getProfile as request } from '@asaichi/contract/identity/profile.ts'
import type { Context } from '../context.ts'
import { selectMembers } from '../store/groups.ts'
import { findProfile } from '../store/persons.ts'

/** What is registered of oneself. */
export async function getProfile(
  { db }: Context,
  { actor }: { readonly actor: Actor },
): Promise<OutcomeOf<typeof request>> {
  const { groupName, ...profile } = await findProfile(db, actor.personId)
  if (groupName === null) return done({ ...profile, group: null })
  const members = await selectMembers(db, [actor.personId])
  const roster = members.map(({ name, birthDate }) => ({ name, birthDate }))
  return done({ ...profile, group: { name: groupName, members: roster } })
}
