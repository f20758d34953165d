import type { Area } from '../../shell/area.tsx'
import { DataScreen } from './data-screen.tsx'
import { LeaveScreen } from './leave-screen.tsx'

export const area: Area = { screens: { '/account/data': DataScreen, '/account/leave': LeaveScreen } }
