import type { PersonFile } from '@asaichi/contract/identity/staff.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { shareMost } from '../domain/roster.ts'
import { type AlikeAccount, selectAlike } from '../store/alike.ts'
import { type SharedRoster, selectMembers, selectSharedRosters } from '../store/groups.ts'
import { selectContacts } from '../store/permissions.ts'
import type { Tables } from '../store/schema.ts'

const MOST_ALIKE = 10

type Row = Omit<PersonFile, 'group' | 'alike' | 'contacts'> & { readonly groupName: string | null }

/** What staff see beside the profile: the log, accounts that look alike (G3), and groups of the same people (G1). */
export async function personFiles(
  db: Kysely<Tables>,
  cityId: string,
  rows: readonly Row[],
): Promise<PersonFile[]> {
  const ids = rows.map(row => row.personId)
  const groupIds = rows.filter(row => row.groupName !== null).map(row => row.personId)
  const contacts = Map.groupBy(await selectContacts(db, cityId, ids), each => each.personId)
  const alike = Map.groupBy(await selectAlike(db, cityId, ids), each => each.selfId)
  const members = Map.groupBy(await selectMembers(db, groupIds), each => each.personId)
  const shared = Map.groupBy(await selectSharedRosters(db, cityId, groupIds), each => each.personId)
  return rows.map(({ groupName, ...row }) => ({
    ...row,
    group:
      groupName === null
        ? null
        : {
            name: groupName,
            members: (members.get(row.personId) ?? []).map(({ name, birthDate }) => ({ name, birthDate })),
            sharedWith: sharing(shared.get(row.personId) ?? []),
          },
    alike: alikeOf(alike.get(row.personId) ?? []),
    contacts: (contacts.get(row.personId) ?? []).map(({ personId: _, ...contact }) => contact),
  }))
}

function sharing(rosters: readonly SharedRoster[]) {
  return rosters
    .filter(({ shared, smaller }) => shareMost(shared, smaller))
    .map(({ otherId, memberNumber, name, shared, smaller }) => ({
      personId: otherId,
      memberNumber,
      name,
      shared,
      of: smaller,
    }))
}

function alikeOf(accounts: readonly AlikeAccount[]): PersonFile['alike'] {
  // Who has name and birth date in common is more than who has the phone of the family.
  const byWeight = [
    ...accounts.filter(each => each.isSamePerson),
    ...accounts.filter(each => !each.isSamePerson),
  ]
  return {
    count: accounts.length,
    accounts: byWeight.slice(0, MOST_ALIKE).map(({ personId, memberNumber, name, status, ...same }) => ({
      personId,
      memberNumber,
      name,
      status,
      because: [
        ...(same.isSamePerson ? (['name-and-birth-date'] as const) : []),
        ...(same.isSamePhone ? (['phone'] as const) : []),
      ],
    })),
  }
}
