import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { Until } from '../../i18n/format.tsx'
import { P } from '../../i18n/text.tsx'

/** The deadline of a state, why it came to this, and who cancelled. */
export function StateNotes({ reservation }: { readonly reservation: Reservation }) {
  const { status, answerBy, reason, cancelledBy } = reservation
  return (
    <>
      {status === 'pending' && <P k="own.answer-by" p={{ at: <Until at={answerBy} /> }} />}
      {cancelledBy !== null && (
        <P k={cancelledBy === 'city' ? 'own.cancelled-by-city' : 'own.cancelled-by-you'} />
      )}
      {reason !== null && <P k="own.reason-is" p={{ reason: <span lang="ja">{reason}</span> }} />}
    </>
  )
}
