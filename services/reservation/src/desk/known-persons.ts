import type { KnownPerson } from '../domain/known-day.ts'

export type KnownPersons = {
  readonly find: (personId: string, cityId: string) => KnownPerson | undefined
  readonly keep: (personId: string, cityId: string, person: KnownPerson) => void
}

const MOST_KEPT = 50_000

/**
 * Who pressed before, with what the database then said of them. It may be old: nobody is accepted for it, and nobody refused for
 * a missing permission or a full quota, so an old entry can only name another true reason for a refusal. Who presses in two
 * cities is known in the last one only.
 */
export function createKnownPersons(mostKept = MOST_KEPT): KnownPersons {
  const persons = new Map<string, { readonly cityId: string; readonly person: KnownPerson }>()
  return {
    find(personId, cityId) {
      const known = persons.get(personId)
      return known?.cityId === cityId ? known.person : undefined
    },
    keep(personId, cityId, person) {
      persons.delete(personId)
      persons.set(personId, { cityId, person })
      const oldest = persons.size > mostKept ? persons.keys().next() : undefined
      if (oldest && !oldest.done) persons.delete(oldest.value)
    },
  }
}
