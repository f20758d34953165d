import '../../styles/demo.css'
import type { Area } from '../../shell/area.tsx'
import { ClockScreen } from './clock-screen.tsx'
import { MailboxScreen } from './mailbox-screen.tsx'

export const area: Area = {
  screens: {
    '/demo/mailbox': MailboxScreen,
    '/demo/clock': ClockScreen,
  },
}
