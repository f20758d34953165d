import type { Area } from '../../shell/area.tsx'
import { AccountScreen } from './account/account-screen.tsx'
import { ApplicationsScreen } from './applications/applications-screen.tsx'
import { SlotScreen } from './attempts/slot-screen.tsx'
import { BookScreen } from './book/book-screen.tsx'
import { ClosingScreen } from './closings/closing-screen.tsx'
import { TimelineScreen } from './day/timeline-screen.tsx'
import { LocksScreen } from './locks/locks-screen.tsx'
import { MoneyScreen } from './money/money-screen.tsx'
import { NoticeEditorScreen } from './notices/notice-editor-screen.tsx'
import { NoticesScreen } from './notices/notices-screen.tsx'
import { PeopleScreen } from './people/people-screen.tsx'
import { PersonScreen } from './people/person-screen.tsx'
import { RegisterScreen } from './people/register-screen.tsx'
import { ReportScreen } from './report/report-screen.tsx'
import { SearchScreen } from './search/search-screen.tsx'
import { LetterScreen } from './today/letter-screen.tsx'
import { TodayScreen } from './today/today-screen.tsx'

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
    '/staff/account': AccountScreen,
  },
}
