import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { Moment } from '../../../i18n/format.tsx'
import { H2, P, T } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/button.tsx'
import { PrintSheet } from '../../../ui/print-sheet.tsx'

export type Sheet = ValueOf<RouteAt<'post', '/api/staff/venues/{venueId}/emergency-codes/show'>> & {
  readonly venueName: string
}

/** V13: what is printed and sealed in an envelope; the numbers are on the page until it is closed, and kept nowhere. */
export function EmergencySheet({
  sheet: { venueName, doors, shownAt },
  onClose,
}: {
  readonly sheet: Sheet
  readonly onClose: () => void
}) {
  return (
    <>
      <PrintSheet>
        <section class="emergency-sheet">
          <H2 k="emergency.sheet-title" p={{ venue: venueName }} />
          {doors.length === 0 && <P k="emergency.sheet-empty" />}
          <dl>
            {doors.map(({ lockId, doorName, code }) => (
              <div key={lockId}>
                <dt lang="ja">{doorName}</dt>
                <dd>{inFours(code)}</dd>
              </div>
            ))}
          </dl>
          <P k="emergency.sheet-how" />
          <P k="emergency.sheet-keep" />
          <p>
            <T k="emergency.sheet-date" p={{ at: <Moment at={shownAt} /> }} />
          </p>
          <P k="emergency.sheet-holder" class="emergency-sheet__holder" />
        </section>
      </PrintSheet>
      <div class="buttons no-print">
        <Button kind="secondary" onClick={onClose} k="emergency.sheet-close" />
      </div>
    </>
  )
}

/** Eight digits are read in two halves. */
function inFours(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1 ')
}
