import type { Area } from '../../shell/area.tsx'

export const area: Area = {
  texts: ['demo', 'states', 'problems'],
  screens: {},
}
