import type {
  getUseReport,
  HeadcountReport,
  PurposeUse,
  RoomUse,
} from '@asaichi/contract/reservation/use-report.ts'
import { z } from 'zod'

export type UseReport = z.output<typeof getUseReport.output>
export const TableName = z.enum(['rooms', 'purposes', 'people', 'hours'])
export type TableName = z.infer<typeof TableName>

/** A table of T11 as a file has it. Numbers of a column with `places` have so many behind the point. */
export type ReportTable = {
  readonly title: string
  readonly columns: readonly { readonly name: string; readonly places?: number }[]
  readonly rows: readonly (readonly (string | number)[])[]
}

export function reportTable(name: TableName, report: UseReport): ReportTable {
  switch (name) {
    case 'rooms':
      return roomTable(report.rooms)
    case 'purposes':
      return purposeTable(report.purposes)
    case 'people':
      return peopleTable(report.headcounts)
    case 'hours':
      return hourTable(report.hours)
    default:
      return name satisfies never
  }
}

function roomTable(rooms: readonly RoomUse[]): ReportTable {
  return {
    title: '部屋',
    columns: [
      { name: '施設' },
      { name: '部屋' },
      { name: '開館時間', places: 1 },
      { name: '利用時間', places: 1 },
      { name: '利用率', places: 1 },
      ...named('利用件数', '利用人数', '承認待ち', '不承認', '取消', '期限切れ', '使用料', '入金額'),
    ],
    rows: rooms.map(room => [
      room.venueName,
      room.spaceName,
      room.openMinutes / 60,
      room.usedMinutes / 60,
      room.openMinutes === 0 ? '' : (room.usedMinutes * 100) / room.openMinutes,
      room.bookings,
      room.people,
      room.pending,
      room.refused,
      room.cancelled,
      room.expired,
      room.charged,
      room.paid,
    ]),
  }
}

/** M24 */
function purposeTable(purposes: readonly PurposeUse[]): ReportTable {
  return {
    title: '利用目的',
    columns: [{ name: '利用目的' }, { name: '利用時間', places: 1 }, ...named('利用件数', '利用人数')],
    rows: purposes.map(({ name, usedMinutes, bookings, people }) => [
      name ?? '聞いていない',
      usedMinutes / 60,
      bookings,
      people,
    ]),
  }
}

/** G15: a column for each kind, under the city's own name for it. */
function peopleTable({ kinds, venues }: HeadcountReport = { kinds: [], venues: [] }): ReportTable {
  return {
    title: '利用した人数',
    columns: named(
      '施設',
      '月',
      ...kinds.map(kind => kind.name),
      '合計',
      '終わった利用',
      '人数が書かれた利用',
    ),
    rows: venues.map(venue => [
      venue.venueName,
      venue.month,
      ...kinds.map(({ kindId }) => venue.kinds.find(each => each.kindId === kindId)?.people ?? 0),
      venue.people,
      venue.bookings,
      venue.written,
    ]),
  }
}

function hourTable(hours: readonly number[]): ReportTable {
  return {
    title: '時間帯',
    columns: [{ name: '時間帯' }, { name: '利用時間', places: 1 }],
    rows: hours.map((minutes, hour) => [`${twoDigits(hour)}:00～${twoDigits(hour + 1)}:00`, minutes / 60]),
  }
}

function named(...names: readonly string[]) {
  return names.map(name => ({ name }))
}

function twoDigits(hour: number): string {
  return String(hour).padStart(2, '0')
}
