import '../../styles/account.css'
import type { Area } from '../../shell/area.tsx'
import { LoginScreen } from './login-screen.tsx'

export const area: Area = { screens: { '/login': LoginScreen } }
