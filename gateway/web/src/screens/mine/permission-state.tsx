import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { StateCard } from '../../ui/state/state-card.tsx'
import { stateOf } from '../../ui/state/states.ts'

/** M8: as long as nothing can be booked, the page begins with why, and with the way on. */
export function PermissionState({ cityId }: { readonly cityId: string }) {
  const { value } = useApi(
    signal => api.get('/api/cities/{cityId}/permission', { params: { cityId }, signal }),
    [cityId],
  )
  if (!value || value.status === 'approved') return null
  return (
    <StateCard state={stateOf('permission', value.status)}>
      <ButtonLink href="/permission" kind="secondary" k="common.to-permission" />
    </StateCard>
  )
}
