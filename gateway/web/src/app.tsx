import { useLocation } from 'wouter-preact'
import { SessionProvider } from './api/session.tsx'
import { NotFoundScreen } from './screens/errors/not-found-screen.tsx'
import { CityProvider } from './shell/city.tsx'
import { LazyArea, type LoadArea } from './shell/lazy-area.tsx'

// Which area a path belongs to, first match wins. Inside, each area lists its own screens (`screens/*/area.tsx`).
const AREAS: readonly (readonly [path: RegExp, load: LoadArea])[] = [
  [
    /^\/(apply|receipts)(\/|$)|^\/listings\/[^/]+\/.|^\/venues\/[^/]+\/day$/,
    () => import('./screens/booking/area.tsx'),
  ],
  [/^\/($|(cities|notices)(\/|$))/, () => import('./screens/public/area.tsx')],
  [/^\/(search|venues|listings)(\/|$)/, () => import('./screens/places/area.tsx')],
  [/^\/help(\/|$)/, () => import('./screens/help/area.tsx')],
  [/^\/(register|confirm|login)(\/|$)/, () => import('./screens/account/area.tsx')],
  [/^\/(password-help|new-password|permission|account)(\/|$)/, () => import('./screens/member/area.tsx')],
  [/^\/(my|reservations|entries|rounds)(\/|$)/, () => import('./screens/mine/area.tsx')],
  [/^\/staff(\/|$)/, () => import('./screens/staff/area.tsx')],
  [/^\/(board|keypad|guide)(\/|$)/, () => import('./screens/kiosk/area.tsx')],
  [/^\/demo(\/|$)/, () => import('./screens/demo/area.tsx')],
  ...(import.meta.env.DEV ? ([[/^\/dev(\/|$)/, () => import('./screens/dev/area.tsx')]] as const) : []),
]

export function App() {
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
  const load = loaderFor(path)
  return load ? <LazyArea load={load} /> : <NotFoundScreen />
}

export function loaderFor(path: string): LoadArea | undefined {
  return AREAS.find(([pattern]) => pattern.test(path))?.[1]
}
