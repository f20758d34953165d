import type { City } from '@asaichi/contract/catalog/city.ts'
import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import { keepDraft } from '../../../forms/drafts.ts'
import { say } from '../../../i18n/message.ts'
import { H2, H3, P } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/button.tsx'
import { PrintSheet } from '../../../ui/print-sheet.tsx'
import { stateOf } from '../../../ui/state/states.ts'
import { StatusBadge } from '../../../ui/state/status-badge.tsx'
import { Facts } from '../../../ui/steps/facts.tsx'
import { BOOK_DRAFT, NO_BOOKING } from '../../staff/book/book-values.ts'
import type { CounterValues } from './counter-values.ts'
import type { Registered } from './use-counter-form.ts'

type Props = {
  readonly city: City
  readonly values: CounterValues
  readonly registered: Registered
  readonly onNew: () => void
}

/** W6: the paper with the number, which nothing else will tell the person. */
export function CounterSlip({ city, values, registered, onNew }: Props) {
  const { personId, memberNumber, permission } = registered
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => {
    scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  const [, go] = useLocation()
  const book = () => {
    keepDraft(BOOK_DRAFT, { ...NO_BOOKING, personId, personName: values.name, memberNumber, hasMail: false })
    go('/staff/book')
  }
  return (
    <>
      <div ref={heading} tabIndex={-1} class="no-print">
        <H2 k="staff.counter-done" />
        <P k="staff.counter-done-note" />
      </div>
      <PrintSheet>
        <H3 k="staff.counter-slip-title" />
        <Facts
          rows={[
            [say('person.name'), <span lang="ja">{values.name}</span>],
            [say('person.number'), <strong>{memberNumber}</strong>],
            [say('staff.counter-permission'), <StatusBadge state={stateOf('permission', permission)} />],
            [
              say('common.contact'),
              <span lang="ja">
                {city.office.name} <span class="nowrap">{city.office.phone}</span>（{city.office.hours}）
              </span>,
            ],
          ]}
        />
        <P k={permission === 'approved' ? 'staff.counter-slip-approved' : 'staff.counter-slip-applied'} />
        <P k="staff.counter-slip-number" />
      </PrintSheet>
      <div class="buttons no-print">
        {permission === 'approved' && <Button onClick={book} k="staff.counter-book-now" />}
        <Button kind="secondary" onClick={onNew} k="staff.counter-register-another" />
      </div>
    </>
  )
}
