import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { useApi } from '../../../api/use-api.ts'
import { Moment } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { P, T } from '../../../i18n/text.tsx'
import { endAt } from '../../../lib/tokyo.ts'
import { Shown } from '../../../shell/shown.tsx'
import { Button } from '../../../ui/button.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { ApplicantName } from '../shared/applicant-name.tsx'
import { Told } from '../shared/told.tsx'
import { type Names, useNames } from '../shared/use-names.ts'
import { ReissueDialog } from './reissue-dialog.tsx'

type Code = ValueOf<RouteAt<'get', '/api/staff/doors/{lockId}/codes'>>['items'][number]

/** T12: whose codes a door has, never the digits; one reservation's can be drawn anew. */
export function DoorCodes({ lockId }: { readonly lockId: string }) {
  const codes = useApi(
    signal => api.get('/api/staff/doors/{lockId}/codes', { params: { lockId }, signal }),
    [lockId],
    { refresh: true },
  )
  const names = useNames((codes.value?.items ?? []).flatMap(({ booking }) => booking?.personId ?? []))
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
              columns={columnsOf(names, setReissuing)}
              rows={items}
              keyOf={code => `${code.reservationId} ${code.from} ${code.state}`}
            />
          )
        }
      </Shown>
      {reissuing && (
        <ReissueDialog
          reservationId={reissuing.reservationId}
          number={reissuing.booking?.number ?? null}
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

function columnsOf(names: Names, onReissue: (code: Code) => void): readonly Column<Code>[] {
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
    { head: say('staff.col-number'), cell: ({ booking }) => booking?.number ?? '－' },
    {
      head: say('staff.applicant'),
      cell: ({ booking }) => booking && <ApplicantName person={names.get(booking.personId)} />,
    },
    {
      head: say('staff.col-room'),
      cell: ({ booking, reservationId }) =>
        booking && (
          <Link
            href={`/staff/timeline?venue=${booking.venueId}&date=${booking.date}&booking=${reservationId}`}
            lang="ja"
          >
            {booking.spaceName} {booking.eventName}
          </Link>
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
