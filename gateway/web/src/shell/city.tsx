import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Notice } from '@asaichi/contract/catalog/notices.ts'
import { type ComponentChildren, createContext } from 'preact'
import { useCallback, useContext, useLayoutEffect, useMemo, useState } from 'preact/hooks'
import { api } from '../api/client.ts'
import type { Away } from '../api/result.ts'
import { useSession } from '../api/session.tsx'
import { useApi } from '../api/use-api.ts'

type CityTools = {
  /** The city of what the page shows, else of the person, else the one chosen here, else the one shown last, else the only one. */
  readonly city: City | undefined
  readonly cities: readonly City[] | undefined
  /** Its urgent notices, the newest first. */
  readonly urgent: readonly Notice[]
  readonly away: Away | undefined
  readonly reload: () => void
  readonly chooseCity: (cityId: string) => void
  readonly showCity: (cityId: string | undefined) => void
}

const NONE: readonly Notice[] = []

const CityContext = createContext<CityTools>({
  city: undefined,
  cities: undefined,
  urgent: NONE,
  away: undefined,
  reload: () => undefined,
  chooseCity: () => undefined,
  showCity: () => undefined,
})

export function useCity(): CityTools {
  return useContext(CityContext)
}

/**
 * What is on the page belongs to this city, as long as it is there: its name and telephone number stand around it. It is no
 * choice, so nothing is stored; but whoever has none goes on in it.
 */
export function usePageCity(cityId: string | undefined): void {
  const { showCity } = useCity()
  useLayoutEffect(() => {
    if (cityId === undefined) return
    showCity(cityId)
    return () => showCity(undefined)
  }, [cityId, showCity])
}

const NAME = 'city'

export function CityProvider({ children }: { readonly children: ComponentChildren }) {
  const { session } = useSession()
  const me = session.status === 'known' ? session.me : undefined
  const { value, away, reload } = useApi(signal => api.get('/api/cities', { signal }), [])
  const [chosen, setChosen] = useState(remembered)
  const [shown, setShown] = useState<Shown>({})
  const showCity = useCallback(
    (now: string | undefined) => setShown(({ last }) => ({ now, last: now ?? last })),
    [],
  )
  const chooseCity = useCallback((cityId: string) => {
    setChosen(cityId)
    remember(cityId)
  }, [])
  const wanted = [shown.now, me?.cityId ?? chosen, shown.last]
  const known = wanted.map(cityId => value?.items.find(one => one.cityId === cityId)).find(Boolean)
  // Nobody is asked for a city who may turn out to have one.
  const isComing = !known && session.status === 'unknown' && !session.away
  const cities = isComing ? undefined : value?.items
  const city = known ?? (cities?.length === 1 ? cities[0] : undefined)
  const urgent = useUrgent(city?.cityId)
  const tools = useMemo<CityTools>(
    () => ({ city, cities, urgent, away, reload, chooseCity, showCity }),
    [city, cities, urgent, away, reload, chooseCity, showCity],
  )
  return <CityContext.Provider value={tools}>{children}</CityContext.Provider>
}

const MOST_URGENT = 5
const LOOK_EVERY_MS = 120_000

type Listed = { readonly items: readonly Notice[] }

/** Asked once for all pages, and again now and then: urgent ones come first in the list. */
function useUrgent(cityId: string | undefined): readonly Notice[] {
  const { value } = useApi<Listed, unknown>(
    signal => (cityId === undefined ? Promise.resolve(NO_CITY) : newestOf(cityId, signal)),
    [cityId],
    { refreshMs: LOOK_EVERY_MS },
  )
  return useMemo(() => value?.items.filter(notice => notice.urgent) ?? NONE, [value])
}

const NO_CITY = { status: 'ok', value: { items: NONE }, etag: undefined } as const

function newestOf(cityId: string, signal: AbortSignal) {
  const query = { limit: MOST_URGENT }
  return api.get('/api/cities/{cityId}/notices', { params: { cityId }, query, signal })
}

type Shown = { readonly now?: string | undefined; readonly last?: string | undefined }

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
