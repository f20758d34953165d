import type { Area } from '../../shell/area.tsx'

export const area: Area = {
  texts: ['staff', 'states', 'problems'],
  screens: {},
}
