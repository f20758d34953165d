import { useEffect, useState } from 'preact/hooks'
import { Day } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { P, T } from '../../../i18n/text.tsx'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Button } from '../../../ui/button.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { FileButton } from '../../shared/file-button.tsx'
import { ApplicantName } from '../shared/applicant-name.tsx'
import { namesOf } from '../shared/names-of.ts'
import { Times } from '../shared/times.tsx'
import { useAct } from '../shared/use-act.ts'
import type { Names } from '../shared/use-names.ts'
import type { StaffDay } from './staff-day.ts'

type Props = { readonly day: StaffDay }
type Row = StaffDay['occupancies'][number]

/** T4: the day's paper for the door and the counter. Telephone numbers are asked for only to be printed, and the people are told (V4). */
export function DaySheet({ day }: Props) {
  const [names, setNames] = useState<Names>()
  const personIds = [...new Set(day.occupancies.flatMap(({ reservation }) => reservation?.personId ?? []))]
  const act = useAct(async () => {
    const answer = await namesOf(personIds, { phones: true })
    if (answer.status === 'ok') setNames(new Map(answer.value.items.map(each => [each.personId, each])))
    return answer
  })
  useEffect(() => {
    if (names) print()
  }, [names])
  return (
    <>
      <div class="no-print">
        <FormProblems form={act.form} />
        <div class="buttons">
          <Button kind="secondary" busy={act.busy} onClick={() => void act.run({})} k="staff.sheet-print" />
          <FileButton
            href={`/api/staff/venues/${day.venueId}/days/${day.date}/sheet.pdf`}
            k="staff.sheet-pdf"
          />
        </div>
        <P k="staff.sheet-note" class="soft" />
      </div>
      {names && (
        <div class="day-sheet print-only">
          <p class="lead">
            <strong lang="ja">{day.venueName}</strong> <Day date={day.date} />
          </p>
          <Table
            caption={say('staff.table-caption', { venue: day.venueName })}
            columns={columnsOf(day, names)}
            rows={day.occupancies.filter(({ kind }) => kind !== 'reopening')}
            keyOf={row => row.occupancyId}
          />
        </div>
      )}
    </>
  )
}

function columnsOf(day: StaffDay, names: Names): readonly Column<Row>[] {
  const personOf = ({ reservation }: Row) => reservation && names.get(reservation.personId)
  return [
    { head: say('staff.col-time'), isRowHead: true, cell: ({ from, to }) => <Times from={from} to={to} /> },
    {
      head: say('staff.col-room'),
      cell: ({ spaceIds }) => (
        <span lang="ja">
          {day.spaces
            .filter(room => spaceIds.includes(room.spaceId))
            .map(room => room.name)
            .join('、')}
        </span>
      ),
    },
    {
      head: say('staff.col-event'),
      cell: ({ reservation, reason }) => (
        <span lang="ja">
          {reservation?.eventName ?? reason}
          {reservation?.options?.map(({ optionId, name, count }) => (
            <div key={optionId}>
              {name} × {count}
            </div>
          ))}
        </span>
      ),
    },
    {
      head: say('staff.applicant'),
      cell: row => (row.reservation ? <ApplicantName person={personOf(row) ?? undefined} /> : '－'),
    },
    { head: say('staff.phone'), cell: row => personOf(row)?.phone ?? '－' },
    { head: say('staff.col-number'), cell: ({ reservation }) => reservation?.number ?? '－' },
    {
      head: say('staff.col-people'),
      cell: ({ reservation }) =>
        reservation ? <T k="staff.people-count" p={{ count: reservation.people }} /> : '－',
    },
  ]
}
