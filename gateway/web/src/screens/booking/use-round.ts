import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'

/** The draw a use date belongs to (M17, M18). */
export function useRound(cityId: string, date: string) {
  return useApi(
    signal => api.get('/api/cities/{cityId}/rounds/{date}', { params: { cityId, date }, signal }),
    [cityId, date],
  )
}
