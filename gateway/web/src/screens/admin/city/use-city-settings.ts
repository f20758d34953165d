import type { City } from '@asaichi/contract/catalog/city.ts'
import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import { fromVersion, readWith } from '../settings/read-with.ts'
import type { Send } from '../settings/use-settings.ts'

/** The city's document with the tag of its version. */
export function useCityDocument(cityId: string) {
  return useApi(
    async signal => readWith(await api.get('/api/cities/{cityId}/settings', { params: { cityId }, signal })),
    [cityId],
  )
}

/** What saving would mean, and on one day of use where one is given. */
export function lookAtCity(document: City, tag: string | null, date?: string) {
  const { cityId, ...body } = document
  const params = { cityId }
  const query = { date }
  return api.post('/api/cities/{cityId}/settings/preview', { params, query, body, headers: fromVersion(tag) })
}

export const putCity: Send<City, unknown> = ({ cityId, ...body }, tag) =>
  api.put('/api/cities/{cityId}/settings', { params: { cityId }, body, headers: fromVersion(tag) })
