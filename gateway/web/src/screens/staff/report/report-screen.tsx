import { say } from '../../../i18n/message.ts'
import { useLater } from '../../../shell/later.ts'
import { Loading } from '../../../ui/loading.tsx'
import { StaffPage } from '../shared/staff-page.tsx'
import { useToday } from '../shared/use-today.ts'

/** T11: how the city's rooms are used. */
export function ReportScreen() {
  return (
    <StaffPage title={say('staff.nav-report')} screen="T11">
      {() => <ReportContent />}
    </StaffPage>
  )
}

// Read at the end of a month, and not by every desk: with texts of its own, apart from the rest of staff's screens.
function ReportContent() {
  const today = useToday()
  const part = useLater(() => import('./report.tsx'), ['report'])
  return part && today !== undefined ? <part.Report today={today} /> : <Loading />
}
