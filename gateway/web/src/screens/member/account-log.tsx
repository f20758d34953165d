import { useCity } from '../../shell/city.tsx'
import { useLater } from '../../shell/later.ts'
import { ActList } from './act-list.tsx'
import { SessionList } from './session-list.tsx'

/** What few come to the account for: points (G8), where one is logged in, and what was done to it. */
export function AccountLog() {
  const { city } = useCity()
  return (
    <>
      {city?.policy.points && <Points />}
      <SessionList />
      <ActList />
    </>
  )
}

function Points() {
  const part = useLater(() => import('../points/parts.ts'), ['points'])
  return part ? <part.MyPoints /> : null
}
