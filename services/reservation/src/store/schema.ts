import type { Purpose } from '@asaichi/contract/catalog/purposes.ts'
import type { ClosingPlan } from '@asaichi/contract/reservation/closing-plan.ts'
import type { FeeLine } from '@asaichi/contract/reservation/fee-lines.ts'
import type { Headcount } from '@asaichi/contract/reservation/headcount.ts'
import type { Invoice, Means, Posting } from '@asaichi/contract/reservation/money.ts'
import type { BookedOption } from '@asaichi/contract/reservation/options.ts'
import type { PointCause } from '@asaichi/contract/reservation/points.ts'
import type { MovedFrom, ReasonCode, ReservationStatus } from '@asaichi/contract/reservation/reservation.ts'
import type { CatalogCopy } from '@asaichi/store/catalog-copy.ts'
import type { PermissionCopy } from '@asaichi/store/permission-copy.ts'
import type { ColumnType } from 'kysely'

type Json<T> = ColumnType<T, string, string>

export type ReservationRow = {
  readonly reservation_id: string
  readonly occupancy_id: string
  readonly city_id: string
  readonly venue_id: string
  readonly space_id: string
  readonly listing_id: string
  readonly venue_name: string
  readonly space_name: string
  readonly person_id: string
  readonly status: ReservationStatus
  readonly version: number
  readonly number: string | null
  readonly use_date: string
  readonly from_time: string
  readonly to_time: string
  readonly starts_at: string
  readonly ends_at: string
  readonly event_name: string
  readonly people: number
  readonly note: string
  readonly yen: number
  readonly requested_at: string
  readonly reason: string | null
  readonly cancelled_by: 'resident' | 'city' | null
  readonly entry_id: string | null
  readonly confirm_by: string | null
  readonly booked_by: string | null
  readonly moved_to: string | null
  readonly moved_from: MovedFrom | null
  readonly changed_at: string | null
  readonly warned_at: string | null
  readonly options: BookedOption[] | null
  readonly purpose: Purpose | null
  readonly fee: FeeLine[] | null
  readonly headcount: Headcount | null
}

/** What a used key answers, as its row keeps it. */
export type AnswerDocument = {
  readonly reservationId: string
  readonly receiptId: string
  readonly place: number
}

export type Tables = CatalogCopy & {
  readonly permissions: PermissionCopy
  readonly opened_dates: { readonly city_id: string; readonly use_date: string; readonly opened_at: string }
  readonly reservations: ReservationRow
  readonly receipts: {
    readonly receipt_id: string
    readonly person_id: string
    readonly venue_id: string
    readonly listing_id: string
    readonly use_date: string
    readonly from_time: string
    readonly to_time: string
    readonly place: number
    readonly decided_at: string
    readonly reason: ReasonCode | null
    readonly blocker: {
      readonly kind: 'reservation' | 'city-use' | 'closure' | 'reopening' | 'draw'
      readonly since: string
    } | null
    readonly reservation_id: string | null
  }
  readonly receipt_batches: {
    readonly batch_id: string
    readonly venue_id: string
    readonly use_date: string
    readonly last_place: number
    readonly presses: unknown
  }
  readonly watches: {
    readonly watch_id: string
    readonly person_id: string
    readonly city_id: string
    readonly venue_id: string
    readonly listing_id: string
    readonly venue_name: string
    readonly space_name: string
    readonly space_ids: readonly string[]
    readonly use_date: string
    readonly from_time: string
    readonly to_time: string
    readonly starts_at: string
    readonly ends_at: string
    readonly since: string
    readonly ended_at: string | null
  }
  readonly holds: {
    readonly occupancy_id: string
    readonly city_id: string
    readonly venue_id: string
    readonly space_id: string
    readonly kind: 'city-use' | 'closure'
    readonly reason: string
    readonly use_date: string
    readonly from_time: string
    readonly to_time: string
    readonly by_person: string
    readonly at: string
    readonly released_at: string | null
    readonly released_by: string | null
    readonly act_id: string | null
    readonly allowed_by: string | null
  }
  readonly hold_minutes: {
    readonly person_id: string
    readonly day: string
    readonly minutes: number
  }
  readonly hold_requests: {
    readonly request_id: string
    readonly city_id: string
    readonly asked_by: string
    readonly day: string
    readonly plan: Json<ClosingPlan>
    readonly minutes: number
    readonly cancels: number
    readonly at: string
    readonly allowed_by: string | null
    readonly allowed_at: string | null
    readonly used_at: string | null
  }
  readonly closings: {
    readonly act_id: string
    readonly city_id: string
    readonly venue_id: string
    readonly plan: Json<ClosingPlan>
    readonly spans: number
    readonly cancelled: number
    readonly by_person: string
    readonly at: string
    readonly released_at: string | null
    readonly released_by: string | null
  }
  readonly points: {
    readonly point_id: string
    readonly reservation_id: string
    readonly person_id: string
    readonly city_id: string
    readonly cause: PointCause
    readonly points: number
    readonly at: string
    readonly by_person: string | null
  }
  readonly point_waivers: {
    readonly point_id: string
    readonly reason: string
    readonly at: string
    readonly by_person: string
  }
  readonly bills: BillRow
  readonly invoices: {
    readonly invoice_id: string
    readonly bill_id: string
    readonly city_id: string
    readonly fiscal_year: number
    readonly nr: number
    readonly doc: Json<Invoice>
  }
  readonly postings: PostingRow
}

export type BillRow = {
  readonly bill_id: string
  readonly reservation_id: string
  readonly city_id: string
  readonly person_id: string
  readonly charged: number
  readonly paid: number
  readonly due_on: string
  readonly invoice_id: string
}

export type PostingRow = {
  readonly posting_id: string
  readonly bill_id: string
  readonly city_id: string
  readonly reservation_id: string
  readonly kind: Posting['kind']
  readonly charged: number
  readonly paid: number
  readonly means: Means | null
  readonly at: string
  readonly by_person: string | null
  readonly invoice_id: string | null
  readonly reverses: string | null
  readonly note: string | null
  readonly key: string | null
}
