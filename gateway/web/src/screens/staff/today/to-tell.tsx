import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { useApi } from '../../../api/use-api.ts'
import { Moment } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { OwnText } from '../../../i18n/own-text.tsx'
import { H2, P } from '../../../i18n/text.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { TextLink } from '../../../ui/text-link.tsx'
import { ApplicantName } from '../shared/applicant-name.tsx'
import { type Names, useNames } from '../shared/use-names.ts'

type Mail = ValueOf<RouteAt<'get', '/api/staff/mails'>>['items'][number]

/** T1, W6: what people without mail have to be told, the oldest first; nothing while there is nobody. */
export function ToTell() {
  const mails = useApi(signal => api.get('/api/staff/mails', { query: { status: 'to-tell' }, signal }), [], {
    refresh: true,
  })
  const items = mails.value?.items ?? []
  const names = useNames(items.flatMap(({ personId }) => personId ?? []))
  if (items.length === 0) return null
  return (
    <section aria-labelledby="to-tell">
      <H2 k="staff.tell-title" id="to-tell" />
      <P k="staff.tell-note" />
      <Table
        caption={say('staff.tell-caption')}
        columns={columnsOf(names)}
        rows={items}
        keyOf={mail => mail.mailId}
      />
    </section>
  )
}

function columnsOf(names: Names): readonly Column<Mail>[] {
  return [
    {
      head: say('staff.tell-whom'),
      isRowHead: true,
      cell: ({ personId }) => <ApplicantName person={names.get(personId ?? '')} />,
    },
    { head: say('staff.tell-what'), cell: mail => <OwnText of={mail} field="name" /> },
    { head: say('staff.tell-since'), cell: ({ queuedAt }) => <Moment at={queuedAt} short /> },
    {
      head: say('staff.tell-how'),
      cell: ({ mailId }) => <TextLink href={`/staff/letters/${mailId}`} k="staff.tell-open" />,
    },
  ]
}
