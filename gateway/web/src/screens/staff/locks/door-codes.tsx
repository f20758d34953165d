import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { useApi } from '../../../api/use-api.ts'
import { Moment } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { P, T } from '../../../i18n/text.tsx'
import { endAt } from '../../../lib/tokyo.ts'
import { Shown } from '../../../shell/shown.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { Sure } from '../shared/sure.tsx'
import { Told } from '../shared/told.tsx'
import { useAct } from '../shared/use-act.ts'

type Code = ValueOf<RouteAt<'get', '/api/staff/doors/{lockId}/codes'>>['items'][number]

/** T12: whose codes a door has, never the digits; one reservation's can be drawn anew. */
export function DoorCodes({ lockId }: { readonly lockId: string }) {
  const codes = useApi(
    signal => api.get('/api/staff/doors/{lockId}/codes', { params: { lockId }, signal }),
    [lockId],
    { refresh: true },
  )
  const [reissuing, setReissuing] = useState<Code>()
  const [isDone, setDone] = useState(false)
  return (
    <>
      <Told>{isDone && <T k="staff.reissued" />}</Told>
      <Shown of={codes}>
        {({ items }) =>
          items.length === 0 ? (
            <P k="staff.codes-none" />
          ) : (
            <Table
              caption={say('staff.codes-caption')}
              columns={columnsOf(setReissuing)}
              rows={items}
              keyOf={code => `${code.reservationId} ${code.from} ${code.state}`}
            />
          )
        }
      </Shown>
      {reissuing && (
        <ReissueDialog
          code={reissuing}
          onClose={() => setReissuing(undefined)}
          onDone={() => {
            setReissuing(undefined)
            setDone(true)
            codes.reload()
          }}
        />
      )}
    </>
  )
}

function columnsOf(onReissue: (code: Code) => void): readonly Column<Code>[] {
  return [
    {
      head: say('staff.col-time'),
      isRowHead: true,
      cell: ({ from, to }) => (
        <>
          <Moment at={from} short />～{endAt(to).time}
        </>
      ),
    },
    { head: say('staff.col-state'), cell: ({ state }) => <T k={`staff.code-${state}`} /> },
    {
      head: say('staff.col-act'),
      cell: code =>
        code.state === 'revoked' || code.state === 'ended' ? (
          '－'
        ) : (
          <Button kind="secondary" size="small" onClick={() => onReissue(code)} k="staff.reissue" />
        ),
    },
  ]
}

type ReissueProps = { readonly code: Code; readonly onClose: () => void; readonly onDone: () => void }

function ReissueDialog({ code: { reservationId, from, to }, onClose, onDone }: ReissueProps) {
  const reissue = useAct(async () => {
    const answer = await api.post('/api/staff/reservations/{reservationId}/reissue-codes', {
      params: { reservationId },
      body: {},
    })
    if (answer.status === 'ok') onDone()
    return answer
  })
  return (
    <Dialog title={say('staff.reissue-title')} isOpen onClose={onClose}>
      <Sure
        action={{ k: 'staff.reissue-do' }}
        act={reissue}
        onDo={() => void reissue.run({})}
        onClose={onClose}
      >
        <p>
          <Moment at={from} />～{endAt(to).time}
        </p>
        <P k="staff.reissue-text" />
      </Sure>
    </Dialog>
  )
}
