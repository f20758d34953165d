import { say } from '../../../i18n/message.ts'
import { useLater } from '../../../shell/later.ts'
import { Loading } from '../../../ui/loading.tsx'
import { StaffPage } from '../shared/staff-page.tsx'

/** T18, W6: somebody without mail becomes a member at the counter or on the telephone. Most days need none of its parts. */
export function RegisterScreen() {
  const part = useLater(() => import('../../counter/register/register-person.tsx'), ['person'])
  return (
    <StaffPage
      title={say('staff.register-person')}
      screen="T18"
      under={{ href: '/staff/people', label: say('staff.people-title') }}
    >
      {() => (part ? <part.RegisterPerson /> : <Loading />)}
    </StaffPage>
  )
}
