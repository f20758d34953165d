import type { Area } from '../../shell/area.tsx'

export const area: Area = {
  texts: ['kiosk', 'states', 'problems'],
  screens: {},
}
