import '../../styles/account.css'
import type { Area } from '../../shell/area.tsx'
import { PermissionScreen } from './permission-screen.tsx'

export const area: Area = { screens: { '/permission': PermissionScreen } }
