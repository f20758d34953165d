import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { useApi } from '../../../api/use-api.ts'

export type PersonName = ValueOf<RouteAt<'post', '/api/staff/people/names'>>['items'][number]
export type Names = ReadonlyMap<string, PersonName>

const AT_ONCE = 100

/** Who the people of a list are; whoever is not known yet is missing. The first hundred of a longer list. */
export function useNames(personIds: readonly string[]): Names {
  const ids = [...new Set(personIds)].toSorted().slice(0, AT_ONCE)
  const names = useApi(
    signal =>
      ids.length === 0
        ? Promise.resolve(NOBODY)
        : api.post('/api/staff/people/names', { body: { personIds: ids }, signal }),
    [ids.join(' ')],
  )
  return new Map(names.value?.items.map(person => [person.personId, person]))
}

const NOBODY = { status: 'ok' as const, value: { items: [] as PersonName[] }, etag: undefined }
