import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import { type Message, say } from '../../../i18n/message.ts'
import { P, Say } from '../../../i18n/text.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { Paged } from '../../shared/paged.tsx'
import { useQuery } from '../../shared/use-query.ts'
import { Told } from '../shared/told.tsx'
import { useNames } from '../shared/use-names.ts'
import { BillPanel } from './bill-panel.tsx'
import { type BillLine, BillTable } from './bill-table.tsx'
import { Takings } from './takings.tsx'

const LISTS = ['owed', 'overdue', 'to-refund', 'paid', 'all'] as const
type ListName = (typeof LISTS)[number]

/** T10: the lists, the bill that is open, and the day's totals. */
export function Bills() {
  const [query, change] = useQuery()
  const of = LISTS.find(name => name === query.get('of')) ?? 'owed'
  const after = query.get('after') ?? undefined
  const bills = useApi(
    signal => api.get('/api/staff/bills', { query: { of, after, limit: 30 }, signal }),
    [of, after],
  )
  const [told, setTold] = useState<Message>()
  const open = query.get('booking') ?? undefined
  const changed = (message: Message) => {
    setTold(message)
    bills.reload()
  }
  return (
    <>
      <P k="staff.money-lead" class="soft" />
      <Told>{told && <Say message={told} />}</Told>
      {open !== undefined && (
        <BillPanel
          key={open}
          reservationId={open}
          onChanged={changed}
          onClose={() => change({ ...listed(of), after, booking: undefined })}
        />
      )}
      <Tabs
        label={say('staff.money-lists')}
        tabs={LISTS.map(id => ({ id, label: say(`staff.money-of-${id}`) }))}
        now={of}
        onChange={id => change({ of: id, after: undefined })}
      >
        <Paged of={bills} after={after} onGo={cursor => change({ after: cursor })}>
          {items => <Listed items={items} onOpen={booking => change({ booking })} />}
        </Paged>
      </Tabs>
      <Takings />
    </>
  )
}

function listed(of: ListName) {
  return { of: of === 'owed' ? undefined : of }
}

function Listed({
  items,
  onOpen,
}: {
  readonly items: readonly BillLine[]
  readonly onOpen: (id: string) => void
}) {
  const names = useNames(items.map(({ reservation }) => reservation.personId))
  if (items.length === 0) return <P k="staff.money-none" />
  return <BillTable items={items} names={names} onOpen={onOpen} />
}
