import { render } from 'preact'
import { useLocation } from 'wouter-preact'
import { SessionProvider } from './api/session.tsx'
import { areaAt } from './areas.ts'
import { NotFoundScreen } from './screens/errors/not-found-screen.tsx'
import { CityProvider } from './shell/city.tsx'
import { LazyArea } from './shell/lazy-area.tsx'

export function showApp(place: Element): void {
  render(<App />, place)
}

function App() {
  return (
    <SessionProvider>
      <CityProvider>
        <Screens />
      </CityProvider>
    </SessionProvider>
  )
}

function Screens() {
  const [path] = useLocation()
  const place = areaAt(path)
  return place ? <LazyArea place={place} /> : <NotFoundScreen />
}
