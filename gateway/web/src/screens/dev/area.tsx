import type { Area } from '../../shell/area.tsx'
import { ComponentsScreen } from './components-screen.tsx'

export const area: Area = {
  screens: { '/dev/ui': ComponentsScreen },
}
