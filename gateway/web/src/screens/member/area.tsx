import '../../styles/account.css'
import type { Area } from '../../shell/area.tsx'
import { AccountScreen } from './account-screen.tsx'
import { NewPasswordScreen } from './new-password-screen.tsx'
import { PasswordHelpScreen } from './password-help-screen.tsx'
import { PermissionScreen } from './permission-screen.tsx'

/** Of who is known, or was; apart from the login, so that a first visit on an old phone stays small. */
export const area: Area = {
  screens: {
    '/password-help': PasswordHelpScreen,
    '/new-password': NewPasswordScreen,
    '/permission': PermissionScreen,
    '/account': AccountScreen,
  },
}
