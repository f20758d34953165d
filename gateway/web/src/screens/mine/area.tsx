import '../../styles/mine.css'
import type { Area } from '../../shell/area.tsx'
import { MyPageScreen } from './my-page-screen.tsx'

export const area: Area = { screens: { '/my': MyPageScreen } }
