import '../../styles/public.css'
import type { Area } from '../../shell/area.tsx'
import { HelpScreen } from './help-screen.tsx'

export const area: Area = {
  texts: ['help', 'states', 'problems'],
  screens: { '/help': HelpScreen },
}
