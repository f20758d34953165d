import { useApi } from '../../../api/use-api.ts'
import { namesOf, type PersonName } from './names-of.ts'

export type Names = ReadonlyMap<string, PersonName>

/** Who the people of a list are; whoever is not known yet is missing. */
export function useNames(personIds: readonly string[]): Names {
  const ids = [...new Set(personIds)].toSorted()
  const names = useApi(signal => namesOf(ids, { signal }), [ids.join(' ')])
  return new Map(names.value?.items.map(person => [person.personId, person]))
}
