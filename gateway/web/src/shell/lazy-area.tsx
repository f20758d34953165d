import { useEffect, useState } from 'preact/hooks'
import type { AreaPlace } from '../areas.ts'
import { AwayScreen } from '../screens/errors/away-screen.tsx'
import { LoadingScreen } from '../screens/errors/loading-screen.tsx'
import { AreaScreens } from './area.tsx'
import { loadArea, readyArea } from './load-area.ts'

type Tried = { readonly place: AreaPlace; readonly failed: boolean }

/** Loads an area's chunk and its texts, then shows the screen of the path. */
export function LazyArea({ place }: { readonly place: AreaPlace }) {
  const [tried, setTried] = useState<Tried>()
  const [round, setRound] = useState(0)
  const area = readyArea(place)
  useEffect(() => {
    if (readyArea(place)) return
    let isWanted = true
    const tell = (failed: boolean) => isWanted && setTried({ place, failed })
    loadArea(place).then(
      () => tell(false),
      () => tell(true),
    )
    return () => {
      isWanted = false
    }
  }, [place, round])
  if (area) return <AreaScreens area={area} />
  if (tried?.place === place && tried.failed)
    return <AwayScreen onRetry={() => setRound(number => number + 1)} />
  return <LoadingScreen />
}
