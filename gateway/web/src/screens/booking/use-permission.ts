import type { PermissionStatus } from '@asaichi/contract/actor.ts'
import { useEffect, useState } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { useMe } from '../../api/session.tsx'

/** M8: whether the person may apply in this city; nothing while it is not known, for the desk asks again anyway. */
export function usePermission(cityId: string): PermissionStatus | undefined {
  const me = useMe()
  const [status, setStatus] = useState<PermissionStatus>()
  useEffect(() => {
    if (!me) return
    const controller = new AbortController()
    const ask = async () => {
      const { signal } = controller
      const answer = await api.get('/api/cities/{cityId}/permission', { params: { cityId }, signal })
      if (answer.status === 'ok' && !signal.aborted) setStatus(answer.value.status)
    }
    void ask()
    return () => controller.abort()
  }, [me, cityId])
  return me && status
}
