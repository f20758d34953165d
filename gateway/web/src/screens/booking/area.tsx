import type { Area } from '../../shell/area.tsx'

export const area: Area = {
  texts: ['booking', 'states', 'problems'],
  screens: {},
}
