import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'

export type PersonName = ValueOf<RouteAt<'post', '/api/staff/people/names'>>['items'][number]

const AT_ONCE = 100

/** Who any number of people are, asked by the hundred; the answer that was none where one fails. */
export async function namesOf(
  personIds: readonly string[],
  more: { readonly phones?: true; readonly signal?: AbortSignal },
) {
  const items: PersonName[] = []
  const { signal, ...wanted } = more
  for (let from = 0; from < personIds.length; from += AT_ONCE) {
    const body = { personIds: personIds.slice(from, from + AT_ONCE), ...wanted }
    const answer = await api.post('/api/staff/people/names', { body, ...(signal && { signal }) })
    if (answer.status !== 'ok') return answer
    items.push(...answer.value.items)
  }
  return { status: 'ok' as const, value: { items }, etag: undefined }
}
