import type { Area } from '../../shell/area.tsx'
import { ApplicationsScreen } from './applications-screen.tsx'
import { BookScreen } from './book-screen.tsx'
import { LocksScreen } from './locks-screen.tsx'
import { NoticeEditorScreen } from './notice-editor-screen.tsx'
import { NoticesScreen } from './notices-screen.tsx'
import { PeopleScreen } from './people-screen.tsx'
import { SlotScreen } from './slot-screen.tsx'
import './staff.css'
import { TimelineScreen } from './timeline-screen.tsx'
import { TodayScreen } from './today-screen.tsx'

export const area: Area = {
  screens: {
    '/staff': TodayScreen,
    '/staff/people': PeopleScreen,
    '/staff/applications': ApplicationsScreen,
    '/staff/timeline': TimelineScreen,
    '/staff/book': BookScreen,
    '/staff/slot': SlotScreen,
    '/staff/notices': NoticesScreen,
    '/staff/notices/new': NoticeEditorScreen,
    '/staff/notices/:noticeId': NoticeEditorScreen,
    '/staff/locks': LocksScreen,
  },
}
