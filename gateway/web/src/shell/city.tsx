import type { City } from '@asaichi/contract/catalog.ts'
import { type ComponentChildren, createContext } from 'preact'
import { useCallback, useContext, useMemo, useState } from 'preact/hooks'
import { api } from '../api/client.ts'
import type { Away } from '../api/result.ts'
import { useMe } from '../api/session.tsx'
import { useApi } from '../api/use-api.ts'

type CityTools = {
  /** The city of the person, else the one chosen on this machine, else the only one there is. */
  readonly city: City | undefined
  readonly cities: readonly City[] | undefined
  readonly away: Away | undefined
  readonly reload: () => void
  readonly chooseCity: (cityId: string) => void
}

const CityContext = createContext<CityTools>({
  city: undefined,
  cities: undefined,
  away: undefined,
  reload: () => undefined,
  chooseCity: () => undefined,
})

export function useCity(): CityTools {
  return useContext(CityContext)
}

const NAME = 'city'

export function CityProvider({ children }: { readonly children: ComponentChildren }) {
  const me = useMe()
  const { value, away, reload } = useApi(signal => api.get('/api/cities', { signal }), [])
  const [chosen, setChosen] = useState(remembered)
  const chooseCity = useCallback((cityId: string) => {
    setChosen(cityId)
    remember(cityId)
  }, [])
  const tools = useMemo<CityTools>(() => {
    const cities = value?.items
    const only = cities?.length === 1 ? cities[0] : undefined
    const city = cities?.find(one => one.cityId === (me?.cityId ?? chosen)) ?? only
    return { city, cities, away, reload, chooseCity }
  }, [value, me, chosen, away, reload, chooseCity])
  return <CityContext.Provider value={tools}>{children}</CityContext.Provider>
}

function remembered(): string | undefined {
  try {
    return localStorage.getItem(NAME) ?? undefined
  } catch {
    return undefined
  }
}

function remember(cityId: string): void {
  try {
    localStorage.setItem(NAME, cityId)
  } catch {
    // Asked for again next time where storage is forbidden.
  }
}
