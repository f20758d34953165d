import { say } from '../../../i18n/message.ts'
import type { ScreenProps } from '../../../shell/area.tsx'
import { useLater } from '../../../shell/later.ts'
import { Loading } from '../../../ui/loading.tsx'
import { StaffPage } from '../shared/staff-page.tsx'

/** T19, W6: what somebody without mail has to be told: to read out, print, and cross off. */
export function LetterScreen({ params: { mailId = '' } }: ScreenProps) {
  const part = useLater(() => import('../../counter/letter/letter.tsx'), [])
  return (
    <StaffPage title={say('staff.letter-title')} screen="T19">
      {() => (part ? <part.LetterToTell mailId={mailId} /> : <Loading />)}
    </StaffPage>
  )
}
