import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'

/** An entry and its round as they are now; the counts and the result come by themselves. */
export function useEntry(entryId: string) {
  return useApi(signal => api.get('/api/entries/{entryId}', { params: { entryId }, signal }), [entryId], {
    refresh: true,
  })
}

export type EntryDetails = Extract<
  Awaited<ReturnType<typeof api.get<'/api/entries/{entryId}'>>>,
  { status: 'ok' }
>['value']

/** M19: until the close; the server's own time decides. */
export function canWithdraw({ status, closesAt, serverNow }: EntryDetails): boolean {
  return status === 'entered' && serverNow < closesAt
}
