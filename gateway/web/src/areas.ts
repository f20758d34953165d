import { type AreaName, areaNameAt } from './area-paths.ts'
import type { TextArea } from './i18n/catalogue.ts'
import { askAvailabilityAhead } from './screens/availability/ask-ahead.ts'
import type { Area } from './shell/area.tsx'

/** What is known of an area before its chunk is there, so that all a first visit needs is asked for at once. */
export type AreaPlace = {
  readonly load: () => Promise<{ readonly area: Area }>
  /** What its screens say besides `common`; `problems` and `reasons` come by themselves with the first refusal. */
  readonly texts: readonly TextArea[]
  /** Asks (`api.ahead`) what the screen of an address will ask, where people come first and wait. */
  readonly ask?: (address: Location) => void
}

/** Undefined where the build leaves an area out. */
export const AREAS: Readonly<Record<AreaName, AreaPlace | undefined>> = {
  availability: {
    load: () => import('./screens/availability/area.tsx'),
    texts: ['availability', 'calendar'],
    ask: askAvailabilityAhead,
  },
  booking: {
    load: () => import('./screens/booking/area.tsx'),
    texts: ['availability', 'booking'],
  },
  receipt: {
    load: () => import('./screens/receipt/area.tsx'),
    texts: ['booking', 'receipt', 'reasons', 'states'],
  },
  public: { load: () => import('./screens/public/area.tsx'), texts: ['public'] },
  places: { load: () => import('./screens/places/area.tsx'), texts: ['public', 'places'] },
  help: { load: () => import('./screens/help/area.tsx'), texts: ['help', 'session', 'states'] },
  account: { load: () => import('./screens/account/area.tsx'), texts: ['account', 'person'] },
  login: { load: () => import('./screens/login/area.tsx'), texts: ['account', 'person'] },
  password: { load: () => import('./screens/password/area.tsx'), texts: ['person', 'member', 'session'] },
  permission: {
    load: () => import('./screens/permission/area.tsx'),
    texts: ['person', 'member', 'states'],
  },
  member: { load: () => import('./screens/member/area.tsx'), texts: ['person', 'member', 'states'] },
  'own-data': {
    load: () => import('./screens/own-data/area.tsx'),
    texts: ['own-data', 'person'],
  },
  mine: { load: () => import('./screens/mine/area.tsx'), texts: ['mine', 'own', 'states'] },
  move: { load: () => import('./screens/move/area.tsx'), texts: ['own', 'move', 'calendar'] },
  details: { load: () => import('./screens/details/area.tsx'), texts: ['own', 'move'] },
  bill: { load: () => import('./screens/bill/area.tsx'), texts: ['reservation', 'own'] },
  reservation: {
    load: () => import('./screens/reservation/area.tsx'),
    texts: ['own', 'reservation', 'states'],
  },
  lottery: { load: () => import('./screens/lottery/area.tsx'), texts: ['own', 'lottery', 'states'] },
  round: { load: () => import('./screens/round/area.tsx'), texts: ['lottery'] },
  staff: {
    load: () => import('./screens/staff/area.tsx'),
    texts: ['staff', 'calendar', 'states', 'problems', 'staff-problems', 'reasons'],
  },
  admin: {
    load: () => import('./screens/admin/area.tsx'),
    texts: ['admin', 'invitation', 'person', 'states', 'problems', 'staff-problems'],
  },
  kiosk: { load: () => import('./screens/kiosk/area.tsx'), texts: ['kiosk'] },
  demo: { load: () => import('./screens/demo/area.tsx'), texts: ['kiosk'] },
  dev: import.meta.env.DEV
    ? {
        load: () => import('./screens/dev/area.tsx'),
        texts: ['person', 'booking', 'calendar', 'states', 'problems'],
      }
    : undefined,
}

/** The area that a path belongs to. */
export function areaAt(path: string): AreaPlace | undefined {
  const name = areaNameAt(path)
  return name && AREAS[name]
}
