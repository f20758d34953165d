import type { TextArea } from './i18n/catalogue.ts'
import { askAvailabilityAhead } from './screens/availability/ask-ahead.ts'
import type { Area } from './shell/area.tsx'

/** Where an area is: known before its chunk is, so that all a first visit needs is asked for at once. */
export type AreaPlace = {
  readonly path: RegExp
  readonly load: () => Promise<{ readonly area: Area }>
  /** What its screens say, besides `common`, and `problems` which come with the first refusal. */
  readonly texts: readonly TextArea[]
  /** Asks (`api.ahead`) for what the screen of an address will, where people come first and wait. */
  readonly ask?: (address: Location) => Promise<void>
}

// First match wins. Inside, each area lists its own screens (`screens/*/area.tsx`).
const AREAS: readonly AreaPlace[] = [
  {
    path: /^\/listings\/[^/]+\/.|^\/venues\/[^/]+\/day$/,
    load: () => import('./screens/availability/area.tsx'),
    texts: ['availability'],
    ask: askAvailabilityAhead,
  },
  {
    path: /^\/(apply|receipts)(\/|$)/,
    load: () => import('./screens/booking/area.tsx'),
    texts: ['availability', 'booking', 'states', 'problems'],
  },
  {
    path: /^\/($|(cities|notices)(\/|$))/,
    load: () => import('./screens/public/area.tsx'),
    texts: ['public'],
  },
  {
    path: /^\/(search|venues|listings)(\/|$)/,
    load: () => import('./screens/places/area.tsx'),
    texts: ['public', 'places', 'problems'],
  },
  { path: /^\/help(\/|$)/, load: () => import('./screens/help/area.tsx'), texts: ['help', 'states'] },
  {
    path: /^\/(register|confirm|login)(\/|$)/,
    load: () => import('./screens/account/area.tsx'),
    texts: ['account'],
  },
  {
    path: /^\/(password-help|new-password|permission|account)(\/|$)/,
    load: () => import('./screens/member/area.tsx'),
    texts: ['account', 'member', 'states'],
  },
  {
    path: /^\/(my|reservations|entries|rounds)(\/|$)/,
    load: () => import('./screens/mine/area.tsx'),
    texts: ['mine', 'kiosk', 'states'],
  },
  {
    path: /^\/staff(\/|$)/,
    load: () => import('./screens/staff/area.tsx'),
    texts: ['staff', 'desk', 'states', 'problems'],
  },
  {
    path: /^\/(board|keypad|guide)(\/|$)/,
    load: () => import('./screens/kiosk/area.tsx'),
    texts: ['kiosk'],
  },
  { path: /^\/demo(\/|$)/, load: () => import('./screens/demo/area.tsx'), texts: ['demo'] },
  ...(import.meta.env.DEV
    ? [
        {
          path: /^\/dev(\/|$)/,
          load: () => import('./screens/dev/area.tsx'),
          texts: ['states', 'problems'],
        } as const,
      ]
    : []),
]

/** The area that a path belongs to. */
export function areaAt(path: string): AreaPlace | undefined {
  return AREAS.find(area => area.path.test(path))
}
