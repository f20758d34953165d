import { useCity } from './city.tsx'
import { useLater } from './later.ts'

/** T8: a notice that is urgent stands on top of every page. */
export function UrgentBanner() {
  const { urgent } = useCity()
  return urgent.length > 0 ? <Later /> : null
}

function Later() {
  const { urgent } = useCity()
  const part = useLater(() => import('./urgent/urgent-notices.tsx'), [])
  return part ? <part.UrgentNotices notices={urgent} /> : null
}
