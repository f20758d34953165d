import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { Day, Money, When } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { Span, T } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/button.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { ApplicantName } from '../shared/applicant-name.tsx'
import type { Names } from '../shared/use-names.ts'

export type BillLine = ValueOf<RouteAt<'get', '/api/staff/bills'>>['items'][number]
type Bill = BillLine['bill']

type Props = {
  readonly items: readonly BillLine[]
  readonly names: Names
  readonly onOpen: (reservationId: string) => void
}

export function BillTable({ items, names, onOpen }: Props) {
  return (
    <div class="bookings">
      <Table
        caption={say('staff.money-caption')}
        columns={columnsOf(names, onOpen)}
        rows={items}
        keyOf={({ bill }) => bill.reservationId}
      />
    </div>
  )
}

function columnsOf(names: Names, onOpen: Props['onOpen']): readonly Column<BillLine>[] {
  return [
    {
      head: say('staff.money-number'),
      isRowHead: true,
      cell: ({ number }) => <span class="nowrap">{number}</span>,
    },
    { head: say('staff.money-due'), cell: ({ bill }) => <Day date={bill.dueOn} short /> },
    {
      head: say('staff.applicant'),
      cell: ({ reservation }) => <ApplicantName person={names.get(reservation.personId)} />,
    },
    {
      head: say('staff.money-use'),
      cell: ({ reservation }) => (
        <>
          <When {...reservation} short />
          <br />
          <span lang="ja">
            {reservation.venueName} {reservation.spaceName}
          </span>
        </>
      ),
    },
    { head: say('staff.money-charged'), cell: ({ bill }) => <Yen yen={bill.charged} /> },
    { head: say('staff.money-paid'), cell: ({ bill }) => <Yen yen={bill.paid} /> },
    { head: say('staff.money-owed'), cell: ({ bill }) => <Owed bill={bill} /> },
    { head: say('staff.money-state'), cell: ({ bill }) => <StandingTag bill={bill} /> },
    {
      head: say('staff.money-open'),
      cell: ({ bill, number }) => (
        <Button kind="secondary" size="small" onClick={() => onOpen(bill.reservationId)}>
          <T k="staff.money-open" />
          <Span k="staff.money-open-of" p={{ number }} class="visually-hidden" />
        </Button>
      ),
    },
  ]
}

/** An amount in a ledger: nothing is 0円 there and not 無料. */
export function Yen({ yen }: { readonly yen: number }) {
  return <span class="nowrap">{yen === 0 ? '0円' : <Money yen={yen} />}</span>
}

export function Owed({ bill: { owed } }: { readonly bill: Bill }) {
  return owed < 0 ? <T k="staff.money-refund" p={{ yen: <Money yen={-owed} /> }} /> : <Yen yen={owed} />
}

export function StandingTag({ bill: { standing, overdue } }: { readonly bill: Bill }) {
  const tone = overdue
    ? 'tag tag--bad'
    : standing === 'paid' || standing === 'closed'
      ? 'tag'
      : 'tag tag--warn'
  return <Span k={overdue ? 'staff.money-is-overdue' : `staff.money-is-${standing}`} class={tone} />
}

/** Either direction, with its sign. */
export function Signed({ yen }: { readonly yen: number }) {
  return (
    <span class="nowrap">
      {yen < 0 && '−'}
      <Yen yen={Math.abs(yen)} />
    </span>
  )
}
