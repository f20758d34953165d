import '../../styles/account.css'
import type { Area } from '../../shell/area.tsx'
import { AccountScreen } from './account-screen.tsx'

export const area: Area = { screens: { '/account': AccountScreen } }
