import type { Area } from '../../shell/area.tsx'

export const area: Area = {
  texts: ['mine', 'states', 'problems'],
  screens: {},
}
