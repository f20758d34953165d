import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { useApi } from '../../../api/use-api.ts'
import { Moment } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { OwnText } from '../../../i18n/own-text.tsx'
import { H2, P, T } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Button } from '../../../ui/button.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { Told } from '../shared/told.tsx'
import { useAct } from '../shared/use-act.ts'
import { type Names, useNames } from '../shared/use-names.ts'

type Mail = ValueOf<RouteAt<'get', '/api/staff/mails'>>['items'][number]

/** T1: mails that were given up or wait for long, which somebody has to see to; nothing while there are none. */
export function UndeliveredMails() {
  const mails = useApi(
    signal => api.get('/api/staff/mails', { query: { status: 'undelivered' }, signal }),
    [],
    { refresh: true },
  )
  const items = mails.value?.items ?? []
  const names = useNames(items.flatMap(({ personId }) => personId ?? []))
  const [isTold, setIsTold] = useState(false)
  const again = useAct(async (mailId: string) => {
    const answer = await api.post('/api/staff/mails/{mailId}/send-again', { params: { mailId }, body: {} })
    setIsTold(answer.status === 'ok')
    mails.reload()
    return answer
  })
  if (items.length === 0 && !isTold) return null
  return (
    <section aria-labelledby="mails">
      <H2 k="staff.mails-title" id="mails" />
      <P k="staff.mails-note" />
      <FormProblems form={again.form} />
      <Told>{isTold && <T k="staff.mails-being-sent" />}</Told>
      {items.length > 0 && (
        <Table
          caption={say('staff.mails-title')}
          columns={columnsOf(names, { busy: again.busy, send: mailId => void again.run(mailId) })}
          rows={items}
          keyOf={mail => mail.mailId}
        />
      )}
    </section>
  )
}

type Sending = { readonly busy: boolean; readonly send: (mailId: string) => void }

function columnsOf(names: Names, { busy, send }: Sending): readonly Column<Mail>[] {
  return [
    { head: say('staff.mails-what'), isRowHead: true, cell: mail => <OwnText of={mail} field="name" /> },
    {
      head: say('staff.mails-to'),
      cell: ({ personId }) => <span lang="ja">{(personId && names.get(personId)?.name) ?? '－'}</span>,
    },
    { head: say('staff.mails-since'), cell: ({ queuedAt }) => <Moment at={queuedAt} short /> },
    {
      head: say('staff.col-state'),
      cell: ({ status, attempts, lastError }) => (
        <>
          <T k={status === 'failed' ? 'staff.mails-failed' : 'staff.mails-waiting'} p={{ count: attempts }} />
          {lastError !== null && (
            <>
              <br />
              <T k="staff.mails-error" p={{ error: lastError }} />
            </>
          )}
        </>
      ),
    },
    {
      head: say('staff.mails-again'),
      cell: ({ mailId }) => (
        <Button
          kind="secondary"
          size="small"
          busy={busy}
          onClick={() => send(mailId)}
          k="staff.mails-again"
        />
      ),
    },
  ]
}
