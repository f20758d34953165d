import '../../styles/booking.css'
import type { Area } from '../../shell/area.tsx'
import { ApplyScreen } from './apply-screen.tsx'

export const area: Area = { screens: { '/apply': ApplyScreen } }
