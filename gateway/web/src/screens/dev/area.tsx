import type { Area } from '../../shell/area.tsx'
import { ComponentsScreen } from './components-screen.tsx'

export const area: Area = {
  texts: ['states', 'problems'],
  screens: { '/dev/ui': ComponentsScreen },
}
