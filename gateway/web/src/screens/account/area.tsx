import '../../styles/account.css'
import type { Area } from '../../shell/area.tsx'
import { ConfirmScreen } from './confirm-screen.tsx'
import { RegisterScreen } from './register-screen.tsx'

export const area: Area = {
  screens: {
    '/register': RegisterScreen,
    '/confirm': ConfirmScreen,
  },
}
