import { useSearch } from 'wouter-preact'
import { say } from '../../i18n/message.ts'
import { NeedsLogin } from '../../shell/needs-login.tsx'
import { Page } from '../../shell/page.tsx'
import { StepNav } from '../../ui/steps/step-nav.tsx'
import { NotFoundScreen } from '../errors/not-found-screen.tsx'
import { BookingDone } from './booking-done.tsx'
import { EntryDone } from './entry-done.tsx'

const STEPS = [
  say('booking.step-time'),
  say('booking.step-content'),
  say('booking.step-confirm'),
  say('booking.step-done'),
]

/** R12, R13: what was received and what happens next; the address shows the same again after a reload. */
export function DoneScreen() {
  const query = new URLSearchParams(useSearch())
  const receiptId = query.get('receipt')
  const entryId = query.get('entry')
  if (receiptId === null && entryId === null) return <NotFoundScreen />
  const isEntry = receiptId === null
  return (
    <Page
      title={say(isEntry ? 'receipt.done-lottery-title' : 'receipt.done-title')}
      screen={isEntry ? 'R12' : 'R13'}
      step="4/4"
    >
      <StepNav steps={STEPS} now={4} />
      <NeedsLogin>
        {() => (
          <>
            {receiptId !== null && <BookingDone receiptId={receiptId} />}
            {receiptId === null && entryId !== null && <EntryDone entryId={entryId} />}
          </>
        )}
      </NeedsLogin>
    </Page>
  )
}
