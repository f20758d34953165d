import type { getStaffDay, StaffOccupancy } from '@asaichi/contract/reservation/staff.ts'
import type { z } from 'zod'
import { dayText } from './japanese.ts'
import type { Paper } from './paper.ts'

type Day = z.output<typeof getStaffDay.output>
export type Person = {
  readonly personId: string
  readonly name: string
  readonly groupName: string | null
  readonly phone: string | null
}

const KINDS = { 'city-use': '公用', closure: '休止' } as const

/** T4: the day of a venue for the door and the counter, as the printed sheet has it. What waits to reopen is nobody's use. */
export function dayPaper({ venueName, date, spaces, occupancies }: Day, people: readonly Person[]): Paper {
  const names = new Map(people.map(person => [person.personId, person]))
  const roomsOf = ({ spaceIds }: StaffOccupancy) =>
    spaces.filter(({ spaceId }) => spaceIds.includes(spaceId)).map(({ name }) => name)
  return {
    title: '利用予定',
    head: [dayText(date)],
    to: venueName,
    table: {
      columns: [
        { name: '時間', share: 13 },
        { name: '部屋', share: 17 },
        { name: 'イベント名', share: 27 },
        { name: '申込者', share: 18 },
        { name: '電話', share: 16 },
        { name: '番号', share: 10 },
        { name: '人数', share: 9 },
      ],
      rows: occupancies.flatMap(occupancy => {
        const { from, to, kind, reservation, reason } = occupancy
        if (kind === 'reopening') return []
        const start = [`${from}～${to}`, roomsOf(occupancy).join('、')]
        if (!reservation)
          return [
            [
              ...start,
              [kind === 'reservation' ? '' : KINDS[kind], reason ?? ''].join(' ').trim(),
              '',
              '',
              '',
              '',
            ],
          ]
        const person = names.get(reservation.personId)
        const options = (reservation.options ?? []).map(({ name, count }) => `${name} × ${count}`)
        const isWaiting = reservation.status === 'pending' ? ['（承認待ち）'] : []
        return [
          [
            ...start,
            [reservation.eventName, ...isWaiting, ...options].join('\n'),
            person?.groupName ?? person?.name ?? '',
            person?.phone ?? '',
            reservation.number ?? '',
            `${reservation.people}人`,
          ],
        ]
      }),
    },
    notes: occupancies.length === 0 ? ['この日の利用はありません。'] : [],
    issuer: [],
  }
}
