import '../../styles/account.css'
import type { Area } from '../../shell/area.tsx'
import { NewPasswordScreen } from './new-password-screen.tsx'
import { PasswordHelpScreen } from './password-help-screen.tsx'

/** Of who cannot log in with what they have; apart from the login, so that a first visit on an old phone stays small. */
export const area: Area = {
  screens: {
    '/password-help': PasswordHelpScreen,
    '/new-password': NewPasswordScreen,
  },
}
