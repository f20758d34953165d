import '../../styles/account.css'
import type { Area } from '../../shell/area.tsx'
import { AccountScreen } from './account-screen.tsx'
import { ConfirmScreen } from './confirm-screen.tsx'
import { LoginScreen } from './login-screen.tsx'
import { NewPasswordScreen } from './new-password-screen.tsx'
import { PasswordHelpScreen } from './password-help-screen.tsx'
import { PermissionScreen } from './permission-screen.tsx'
import { RegisterScreen } from './register-screen.tsx'

export const area: Area = {
  texts: ['account', 'states', 'problems'],
  screens: {
    '/register': RegisterScreen,
    '/confirm': ConfirmScreen,
    '/login': LoginScreen,
    '/password-help': PasswordHelpScreen,
    '/new-password': NewPasswordScreen,
    '/permission': PermissionScreen,
    '/account': AccountScreen,
  },
}
