import { Day, Moment, Money, When } from '../../i18n/format.tsx'
import { type Message, say } from '../../i18n/message.ts'
import { Say, T } from '../../i18n/text.tsx'
import { PlaceName } from '../../records/place-name.tsx'
import { stateOf } from '../../ui/state/states.ts'
import { type Column, Table } from '../../ui/table.tsx'
import type { OwnData } from './asked.ts'
import { mailName } from './mail-name.ts'

type Of<K extends keyof OwnData> = { readonly of: OwnData[K] }
type OfAccount<K extends keyof OwnData['account']> = { readonly of: OwnData['account'][K] }

export function Bookings({ of }: Of<'bookings'>) {
  return (
    <List
      caption={say('own-data.bookings')}
      rows={of}
      columns={[
        { head: say('own-data.when'), isRowHead: true, cell: row => <When {...row} short /> },
        { head: say('own-data.where'), cell: row => <PlaceName of={row} /> },
        { head: say('own-data.state'), cell: ({ status }) => <T k={stateOf('reservation', status).word} /> },
        { head: say('own-data.written'), cell: row => <Written of={row} /> },
      ]}
    />
  )
}

export function Entries({ of }: Of<'entries'>) {
  return (
    <List
      caption={say('own-data.entries')}
      rows={of}
      columns={[
        {
          head: say('own-data.when'),
          isRowHead: true,
          cell: ({ enteredAt }) => <Moment at={enteredAt} short />,
        },
        {
          head: say('own-data.where'),
          cell: ({ wishes }) => wishes.map((wish, index) => <Wish key={index} of={wish} />),
        },
        { head: say('own-data.state'), cell: ({ status }) => <T k={stateOf('entry', status).word} /> },
        { head: say('own-data.written'), cell: row => <Written of={row} /> },
      ]}
    />
  )
}

export function Bills({ of }: Of<'bills'>) {
  const invoices = of.flatMap(({ bill, invoices: papers }) => papers.map(paper => ({ bill, paper })))
  return (
    <List
      caption={say('own-data.bills')}
      rows={invoices}
      columns={[
        {
          head: say('own-data.when'),
          isRowHead: true,
          cell: ({ paper }) => <Day date={paper.issuedOn} short />,
        },
        { head: say('own-data.invoice'), cell: ({ paper }) => paper.number },
        { head: say('own-data.amount'), cell: ({ paper }) => <Money yen={paper.yen} /> },
        { head: say('own-data.owed'), cell: ({ bill }) => <Money yen={bill.owed} /> },
      ]}
    />
  )
}

export function Kept({ data: { favourites, watches } }: { readonly data: OwnData }) {
  return (
    <ul>
      {favourites.map((favourite, index) => (
        <li key={`favourite ${index}`} lang="ja">
          {favourite.venueName} {'spaceName' in favourite && favourite.spaceName}
        </li>
      ))}
      {watches.map(watch => (
        <li key={watch.watchId}>
          <Wish of={watch} />
        </li>
      ))}
    </ul>
  )
}

export function Mails({ of }: Of<'mails'>) {
  return (
    <List
      caption={say('own-data.mails')}
      rows={of}
      columns={[
        {
          head: say('own-data.when'),
          isRowHead: true,
          cell: ({ sentAt, queuedAt }) => <Moment at={sentAt ?? queuedAt} short />,
        },
        { head: say('own-data.what'), cell: mailName },
        { head: say('own-data.state'), cell: ({ status }) => <T k={`own-data.mail-${status}`} /> },
      ]}
    />
  )
}

export function Contacts({ of }: OfAccount<'contacts'>) {
  return (
    <List
      caption={say('own-data.contacts')}
      rows={of}
      columns={[
        { head: say('own-data.when'), isRowHead: true, cell: ({ at }) => <Moment at={at} short /> },
        { head: say('own-data.what'), cell: ({ by }) => <T k={`own-data.by-${by}`} /> },
        { head: say('own-data.state'), cell: ({ outcome }) => <T k={`own-data.outcome-${outcome}`} /> },
        { head: say('own-data.written'), cell: ({ note }) => <span lang="ja">{note}</span> },
      ]}
    />
  )
}

export function Sessions({ of }: OfAccount<'sessions'>) {
  return (
    <List
      caption={say('own-data.sessions')}
      rows={of}
      columns={[
        { head: say('own-data.when'), isRowHead: true, cell: ({ since }) => <Moment at={since} short /> },
        { head: say('own-data.until'), cell: ({ until }) => <Moment at={until} short /> },
      ]}
    />
  )
}

export function Acts({ of }: OfAccount<'acts'>) {
  return (
    <List
      caption={say('own-data.acts')}
      rows={of}
      columns={[
        { head: say('own-data.when'), isRowHead: true, cell: ({ at }) => <Moment at={at} short /> },
        { head: say('own-data.what'), cell: ({ act }) => <T k={`session.act-${act}`} /> },
        { head: say('own-data.by'), cell: ({ by }) => <T k={`session.acts-by-${by}`} /> },
      ]}
    />
  )
}

type ListProps<R> = {
  readonly caption: Message
  readonly rows: readonly R[]
  readonly columns: readonly Column<R>[]
}

function List<R>({ caption, rows, columns }: ListProps<R>) {
  const numbered = rows.map((row, index) => ({ row, id: String(index) }))
  return (
    <Table
      caption={caption}
      columns={columns.map(column => ({
        ...column,
        cell: ({ row }: { readonly row: R }) => column.cell(row),
      }))}
      rows={numbered}
      keyOf={({ id }) => id}
    />
  )
}

type Place = Parameters<typeof PlaceName>[0]['of'] & Parameters<typeof When>[0]

function Wish({ of }: { readonly of: Place }) {
  return (
    <div>
      <When date={of.date} from={of.from} to={of.to} short /> <PlaceName of={of} />
    </div>
  )
}

function Written({
  of: { eventName, people, note },
}: {
  readonly of: OwnData['bookings'][number] | OwnData['entries'][number]
}) {
  return (
    <>
      <span lang="ja">{eventName}</span> <Say message={say('own-data.people', { count: people })} />{' '}
      <span lang="ja" class="written">
        {note}
      </span>
    </>
  )
}
