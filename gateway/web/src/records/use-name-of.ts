import { api } from '../api/client.ts'
import { useMe } from '../api/session.tsx'
import { useApi } from '../api/use-api.ts'

/** Whose a paper is: who opens the own one is known, the desk asks for the name; undefined until it has come. */
export function useNameOf(personId: string): string | undefined {
  const me = useMe()
  const isOwn = me === undefined || me.personId === personId
  const names = useApi(
    signal =>
      isOwn
        ? Promise.resolve({ status: 'ok' as const, value: { items: [] }, etag: undefined })
        : api.post('/api/staff/people/names', { body: { personIds: [personId] }, signal }),
    [personId, isOwn],
  )
  const [person] = names.value?.items ?? []
  return isOwn ? me?.name : (person?.groupName ?? person?.name)
}
