import { say } from '../../../i18n/message.ts'
import { useLater } from '../../../shell/later.ts'
import { Loading } from '../../../ui/loading.tsx'
import { StaffPage } from '../shared/staff-page.tsx'

/** T10: what bookings cost, who has paid, and where it is written down. */
export function MoneyScreen() {
  return (
    <StaffPage title={say('staff.money-title')} screen="T10">
      {() => <MoneyContent />}
    </StaffPage>
  )
}

// Not every city asks for money, and not every desk looks at it: with texts of its own, apart from the rest of staff's screens.
function MoneyContent() {
  const part = useLater(() => import('./bills.tsx'), [])
  return part ? <part.Bills /> : <Loading />
}
