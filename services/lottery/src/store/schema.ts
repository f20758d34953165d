import type { WindowPolicy } from '@asaichi/contract/catalog.ts'
import type { RoundStatus } from '@asaichi/contract/lottery.ts'
import type { ColumnType } from 'kysely'

export type Tables = {
  readonly cities: {
    readonly city_id: string
    readonly version: number
    readonly windows: ColumnType<WindowPolicy, string, string>
  }
  readonly rounds: {
    readonly round_id: string
    readonly city_id: string
    readonly use_date: string
    readonly status: RoundStatus
    readonly opens_at: string
    readonly closes_at: string
    readonly draw_at: string
    readonly version: ColumnType<number, number | undefined, number>
  }
}
