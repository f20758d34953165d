import type { Area } from '../../shell/area.tsx'
import { laterScreen } from '../../shell/later-screen.tsx'
import { AccountScreen } from './account/account-screen.tsx'
import { ApplicationsScreen } from './applications/applications-screen.tsx'
import { BookScreen } from './book/book-screen.tsx'
import { TimelineScreen } from './day/timeline-screen.tsx'
import { LocksScreen } from './locks/locks-screen.tsx'
import { MoneyScreen } from './money/money-screen.tsx'
import { PeopleScreen } from './people/people-screen.tsx'
import { PersonScreen } from './people/person-screen.tsx'
import { RegisterScreen } from './people/register-screen.tsx'
import { ReportScreen } from './report/report-screen.tsx'
import { SearchScreen } from './search/search-screen.tsx'
import { LetterScreen } from './today/letter-screen.tsx'
import { TodayScreen } from './today/today-screen.tsx'

// Opened once a week rather than all day.
const SlotScreen = laterScreen(
  () => import('./attempts/slot-screen.tsx'),
  loaded => loaded.SlotScreen,
)
const ClosingScreen = laterScreen(
  () => import('./closings/closing-screen.tsx'),
  loaded => loaded.ClosingScreen,
  ['holds'],
)
const EmergencyScreen = laterScreen(
  () => import('./emergency/emergency-screen.tsx'),
  loaded => loaded.EmergencyScreen,
  ['emergency'],
)
const NoticesScreen = laterScreen(
  () => import('./notices/notices-screen.tsx'),
  loaded => loaded.NoticesScreen,
)
const NoticeEditorScreen = laterScreen(
  () => import('./notices/notice-editor-screen.tsx'),
  loaded => loaded.NoticeEditorScreen,
)

export const area: Area = {
  screens: {
    '/staff': TodayScreen,
    '/staff/people': PeopleScreen,
    '/staff/people/:personId': PersonScreen,
    '/staff/register': RegisterScreen,
    '/staff/letters/:mailId': LetterScreen,
    '/staff/search': SearchScreen,
    '/staff/applications': ApplicationsScreen,
    '/staff/timeline': TimelineScreen,
    '/staff/closings': ClosingScreen,
    '/staff/book': BookScreen,
    '/staff/slot': SlotScreen,
    '/staff/money': MoneyScreen,
    '/staff/report': ReportScreen,
    '/staff/notices': NoticesScreen,
    '/staff/notices/new': NoticeEditorScreen,
    '/staff/notices/:noticeId': NoticeEditorScreen,
    '/staff/locks': LocksScreen,
    '/staff/locks/emergency': EmergencyScreen,
    '/staff/account': AccountScreen,
  },
}
