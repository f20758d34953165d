import type { Call } from '@asaichi/bus/call.ts'
import { localDateOf, localTimeOf } from '@asaichi/calendar/instant.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { done } from '@asaichi/contract/define.ts'
import { listPostings, type Means, type Posting } from '@asaichi/contract/reservation/money.ts'
import type { z } from 'zod'
import { csvText } from '../../csv-text.ts'

type Line = z.output<typeof listPostings.output>['items'][number]

/** Far more lines than a city writes in 62 days; a ledger that never comes to an end is asked no further. */
const MOST_PAGES = 200

/** All lines of the span, oldest first. */
export async function readLedger(
  call: Call,
  actor: Actor,
  span: { readonly from: string; readonly to: string },
) {
  const items: Line[] = []
  let after: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const listed = await call(listPostings, { actor, ...span, ...(after !== undefined && { after }) })
    if (!listed.ok) return listed
    items.push(...listed.value.items)
    if (listed.value.next === null) break
    after = listed.value.next
  }
  return done({ items, next: null })
}

const KINDS: Readonly<Record<Posting['kind'], string>> = {
  issued: '請求',
  credited: '減額',
  received: '入金',
  refunded: '返金',
  reversed: '取消',
}
const MEANS: Readonly<Record<Means, string>> = {
  cash: '現金',
  card: 'カード',
  'e-money': '電子マネー',
  qr: 'QRコード決済',
  transfer: '口座振込',
  coupon: '回数券',
}

/**
 * Amounts of either direction have a column of their own: a cell that begins with a minus would be taken for a formula, and those are
 * told to a spreadsheet as text.
 */
export function ledgerText(items: readonly Line[]): string {
  const rows = items.map(
    ({ posting: { kind, at, charged, paid, means, note }, reservation, invoiceNumber }) => ({
      日付: localDateOf(at),
      時刻: localTimeOf(at),
      区分: KINDS[kind],
      支払方法: means === null ? '' : MEANS[means],
      請求額: Math.max(0, charged),
      請求の減額: Math.max(0, -charged),
      入金額: Math.max(0, paid),
      返金額: Math.max(0, -paid),
      請求書番号: invoiceNumber ?? '',
      予約番号: reservation.number ?? '',
      施設: reservation.venueName,
      部屋: reservation.spaceName,
      利用日: reservation.date,
      利用時間: `${reservation.from}～${reservation.to}`,
      催し: reservation.eventName,
      備考: note ?? '',
    }),
  )
  return csvText(COLUMNS, rows)
}

const COLUMNS = [
  '日付',
  '時刻',
  '区分',
  '支払方法',
  '請求額',
  '請求の減額',
  '入金額',
  '返金額',
  '請求書番号',
  '予約番号',
  '施設',
  '部屋',
  '利用日',
  '利用時間',
  '催し',
  '備考',
] as const
