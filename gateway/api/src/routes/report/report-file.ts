import type { RoomUse } from '@asaichi/contract/reservation/use-report.ts'
import { csvText } from '../../csv-text.ts'

/** T11: hours and percent with one place behind the point, as a spreadsheet of any country reads them. */
export function reportText(rooms: readonly RoomUse[]): string {
  const rows = rooms.map(room => ({
    施設: room.venueName,
    部屋: room.spaceName,
    開館時間: inHours(room.openMinutes),
    利用時間: inHours(room.usedMinutes),
    利用率: room.openMinutes === 0 ? '' : ((room.usedMinutes * 100) / room.openMinutes).toFixed(1),
    利用件数: room.bookings,
    利用人数: room.people,
    承認待ち: room.pending,
    不承認: room.refused,
    取消: room.cancelled,
    期限切れ: room.expired,
    使用料: room.charged,
    入金額: room.paid,
  }))
  return csvText(COLUMNS, rows)
}

function inHours(minutes: number): string {
  return (minutes / 60).toFixed(1)
}

const COLUMNS = [
  '施設',
  '部屋',
  '開館時間',
  '利用時間',
  '利用率',
  '利用件数',
  '利用人数',
  '承認待ち',
  '不承認',
  '取消',
  '期限切れ',
  '使用料',
  '入金額',
] as const
