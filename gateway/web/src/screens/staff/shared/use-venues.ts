import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'

/** The facilities of the staff member's city. */
export function useVenues(cityId: string) {
  return useApi(
    signal => api.get('/api/cities/{cityId}/venues', { params: { cityId }, query: { limit: 20 }, signal }),
    [cityId],
  )
}
