import type { Area } from '../../shell/area.tsx'

export const area: Area = {
  texts: ['account', 'states', 'problems'],
  screens: {},
}
