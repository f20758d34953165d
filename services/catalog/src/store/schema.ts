import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Notice } from '@asaichi/contract/catalog/notices.ts'
import type { FieldChange } from '@asaichi/contract/catalog/settings.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { ColumnType, Generated } from 'kysely'
import type { OccupancyKind } from '../domain/day-slots.ts'

export type Tables = {
  readonly cities: {
    readonly city_id: string
    readonly version: number
    readonly document: ColumnType<City, string, string>
  }
  readonly venues: {
    readonly venue_id: string
    readonly city_id: string
    readonly version: number
    readonly document: ColumnType<Venue, string, string>
    readonly search_text: string
  }
  readonly changes: {
    readonly seq: Generated<number>
    readonly at: Generated<string>
    readonly city_id: string
    readonly kind: 'city' | 'venue'
    readonly id: string
    readonly version: number
    readonly by: string | null
    readonly changes: ColumnType<FieldChange[], string, string>
  }
  readonly claimed_ids: {
    readonly kind: 'space' | 'listing' | 'lock'
    readonly id: string
    readonly venue_id: string
    readonly space_id: string | null
  }
  readonly notices: {
    readonly notice_id: string
    readonly city_id: string
    readonly venue_id: string | null
    readonly date: string
    readonly title: string
    readonly body: string
    readonly urgent: boolean
    readonly show_from: string | null
    readonly show_until: string | null
    readonly translations: ColumnType<Notice['translations'] | null, string | null, string | null>
    readonly withdrawn_at: string | null
  }
  readonly favourites: {
    readonly person_id: string
    readonly kind: 'venue' | 'listing'
    readonly id: string
    readonly at: string
  }
  readonly occupancies: {
    readonly occupancy_id: string
    readonly space_id: string
    readonly kind: OccupancyKind | null
    readonly starts_at: string | null
    readonly ends_at: string | null
    readonly released: ColumnType<boolean, boolean | undefined, boolean>
  }
  readonly month_revisions: {
    readonly space_id: string
    readonly month: string
    readonly revision: number
  }
  readonly opened_dates: {
    readonly city_id: string
    readonly use_date: string
  }
}
