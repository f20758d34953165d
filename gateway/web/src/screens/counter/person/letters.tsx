import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import { Moment } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { OwnText } from '../../../i18n/own-text.tsx'
import { H3, P, T } from '../../../i18n/text.tsx'
import { Shown } from '../../../shell/shown.tsx'
import { Table } from '../../../ui/table.tsx'
import { TextLink } from '../../../ui/text-link.tsx'

/** T9, W6: what the person has to be told and was told, each to be opened again, for a permit or a door code that got lost. */
export function Letters({ personId }: { readonly personId: string }) {
  const mails = useApi(
    signal => api.get('/api/staff/mails', { query: { status: 'letters', personId }, signal }),
    [personId],
  )
  return (
    <>
      <H3 k="staff.counter-letters" />
      <Shown of={mails}>
        {({ items }) =>
          items.length === 0 ? (
            <P k="staff.counter-letters-none" />
          ) : (
            <Table
              caption={say('staff.counter-letters-caption')}
              columns={[
                {
                  head: say('staff.tell-what'),
                  isRowHead: true,
                  cell: mail => <OwnText of={mail} field="name" />,
                },
                { head: say('staff.tell-since'), cell: ({ queuedAt }) => <Moment at={queuedAt} short /> },
                {
                  head: say('staff.col-state'),
                  cell: ({ told }) =>
                    told ? (
                      <>
                        <Moment at={told.at} short /> <T k={`staff.counter-told-${told.by}`} />
                      </>
                    ) : (
                      <T k="staff.counter-letters-waiting" />
                    ),
                },
                {
                  head: say('staff.tell-how'),
                  cell: ({ mailId }) => (
                    <TextLink href={`/staff/letters/${mailId}`} k="staff.counter-letter-open" />
                  ),
                },
              ]}
              rows={items}
              keyOf={mail => mail.mailId}
            />
          )
        }
      </Shown>
    </>
  )
}
