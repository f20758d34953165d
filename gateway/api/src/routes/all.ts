import { accountRoutes } from './account.ts'
import { bookingDeskRoutes } from './booking-desk.ts'
import { calendarRoutes } from './calendar.ts'
import { closingRoutes } from './closings.ts'
import { demoRoutes } from './demo.ts'
import { drawRoutes } from './draws.ts'
import { entryRoutes } from './entries.ts'
import { favouriteRoutes } from './favourites.ts'
import { listingRoutes } from './listings.ts'
import { emergencyRoutes } from './locks/emergency.ts'
import { lockDeskRoutes } from './locks/lock-desk.ts'
import { spareRoutes } from './locks/spare.ts'
import { ownDataRoutes } from './me/own-data.ts'
import { moneyRoutes } from './money/routes.ts'
import { noticeDeskRoutes } from './notice-desk.ts'
import { openDataRoutes } from './open-data.ts'
import { paperRoutes } from './papers/routes.ts'
import { meRoutes, peopleRoutes } from './people.ts'
import { pointRoutes } from './points/routes.ts'
import { publicRoutes } from './public.ts'
import { qrRoutes } from './qr.ts'
import { reportRoutes } from './report/routes.ts'
import { residentRoutes } from './resident.ts'
import { roundDeskRoutes } from './round-desk.ts'
import { searchRoutes } from './search.ts'
import { secondFactorRoutes } from './second-factor/routes.ts'
import { settingsRoutes } from './settings.ts'
import { staffRoutes } from './staff.ts'
import { teamRoutes } from './team.ts'
import { todayRoutes } from './today.ts'
import { venueDayRoutes } from './venue-days.ts'
import { watchRoutes } from './watches.ts'

/** Every route by its area, in the order the documentation shows them. */
export const AREAS = [
  { title: '公開', routes: publicRoutes },
  { title: '部屋の区分', routes: listingRoutes },
  { title: '施設の1日', routes: venueDayRoutes },
  { title: 'オープンデータ', routes: openDataRoutes },
  { title: '二次元コード', routes: qrRoutes },
  { title: '抽選の記録', routes: drawRoutes },
  { title: '登録とログイン', routes: accountRoutes },
  { title: '自分の登録', routes: meRoutes },
  { title: '自分の情報と退会', routes: ownDataRoutes },
  { title: '利用者', routes: residentRoutes },
  { title: 'お気に入り', routes: favouriteRoutes },
  { title: '空きの知らせ', routes: watchRoutes },
  { title: 'カレンダー', routes: calendarRoutes },
  { title: '抽選の申込み', routes: entryRoutes },
  { title: '今日（職員）', routes: todayRoutes },
  { title: '職員', routes: staffRoutes },
  { title: '検索（職員）', routes: searchRoutes },
  { title: '登録した人（職員）', routes: peopleRoutes },
  { title: '予約の窓口（職員）', routes: bookingDeskRoutes },
  { title: '点と利用停止', routes: pointRoutes },
  { title: '休止と公用（職員）', routes: closingRoutes },
  { title: '使用料', routes: moneyRoutes },
  { title: '書類', routes: paperRoutes },
  { title: '利用の統計（職員）', routes: reportRoutes },
  { title: '抽選（職員）', routes: roundDeskRoutes },
  { title: 'お知らせ（職員）', routes: noticeDeskRoutes },
  { title: '扉の鍵（職員）', routes: lockDeskRoutes },
  { title: '非常用の番号（職員）', routes: emergencyRoutes },
  { title: '予備番号（職員）', routes: spareRoutes },
  { title: '市の設定（管理者）', routes: settingsRoutes },
  { title: '市をつくる、職員の招待と役割（管理者・運用者）', routes: teamRoutes },
  { title: '認証アプリと、もう一度の確認（職員・管理者・運用者）', routes: secondFactorRoutes },
  { title: 'デモ', routes: demoRoutes },
] as const

export type AnyRoute = (typeof AREAS)[number]['routes'][number]
export type Area = { readonly title: string; readonly routes: readonly AnyRoute[] }

export function areasFor(movableClock: boolean): readonly Area[] {
  return movableClock ? AREAS : AREAS.filter(area => area.routes !== demoRoutes)
}
