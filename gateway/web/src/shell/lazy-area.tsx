import { useEffect, useState } from 'preact/hooks'
import { wantTexts } from '../i18n/texts.ts'
import { AwayScreen } from '../screens/errors/away-screen.tsx'
import { LoadingScreen } from '../screens/errors/loading-screen.tsx'
import { type Area, AreaScreens } from './area.tsx'

export type LoadArea = () => Promise<{ readonly area: Area }>
type Loaded = { readonly load: LoadArea; readonly area: Area | 'failed' }

/** Loads an area's chunk and its texts, then shows the screen of the path. */
export function LazyArea({ load }: { readonly load: LoadArea }) {
  const [loaded, setLoaded] = useState<Loaded>()
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isWanted = true
    void areaWithTexts(load).then(area => isWanted && setLoaded({ load, area }))
    return () => {
      isWanted = false
    }
  }, [load, round])
  if (loaded?.load !== load) return <LoadingScreen />
  if (loaded.area === 'failed') return <AwayScreen onRetry={() => setRound(number => number + 1)} />
  return <AreaScreens area={loaded.area} />
}

async function areaWithTexts(load: LoadArea): Promise<Area | 'failed'> {
  try {
    const { area } = await load()
    await wantTexts(area.texts)
    return area
  } catch {
    return 'failed'
  }
}
