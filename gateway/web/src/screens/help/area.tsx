import '../../styles/public.css'
import type { Area } from '../../shell/area.tsx'
import { HelpScreen } from './help-screen.tsx'

export const area: Area = {
  screens: { '/help': HelpScreen },
}
