import type { AuditRow } from '@asaichi/audit/chain.ts'
import type { Purpose } from '@asaichi/contract/catalog/purposes.ts'
import type {
  DrawBeacon,
  DrawCommitment,
  DrawExclusion,
  DrawRule,
  DrawWish,
} from '@asaichi/contract/lottery/draw-bundle.ts'
import type { EntryStatus } from '@asaichi/contract/lottery/entries.ts'
import type { RoundStatus } from '@asaichi/contract/lottery/rounds.ts'
import type { Blocker as BlockerSchema } from '@asaichi/contract/reservation/reservation.ts'
import type { CatalogCopy } from '@asaichi/store/catalog-copy.ts'
import type { PermissionCopy } from '@asaichi/store/permission-copy.ts'
import type { ColumnType } from 'kysely'
import type { z } from 'zod'

type Blocker = z.output<typeof BlockerSchema>

type Json<T> = ColumnType<T, string, string>
type Filled<T> = ColumnType<T, T | undefined, T>

/** What decides a round: the beacon's word or the secret, and who is passed over. */
export type StoredChance = {
  readonly beacon: DrawBeacon
  readonly exclusions: readonly DrawExclusion[]
}
export type RedrawProposal = { readonly personId: string; readonly at: string; readonly reason: string }
/** With who of the staff it was, which is for the city alone. */
export type Redraw = {
  readonly proposedAt: string
  readonly proposedBy: string
  readonly confirmedAt: string
  readonly confirmedBy: string
  readonly reason: string
}
export type RoundProblem = 'list-edited' | 'not-drawable'

/** A wish with what its listing was called and took when it was entered. */
export type StoredWish = DrawWish & {
  readonly venueId: string
  readonly venueName: string
  readonly spaceName: string
  readonly spaceIds: readonly string[]
}

export type RoundRow = {
  readonly round_id: string
  readonly city_id: string
  readonly first_date: string
  readonly last_date: string
  readonly status: RoundStatus
  readonly opens_at: string
  readonly closes_at: string
  readonly draw_at: string
  readonly version: Filled<number>
  readonly rule: ColumnType<DrawRule | null, undefined, string>
  readonly commitment: ColumnType<DrawCommitment | null, undefined, string>
  readonly sealed_secret: Filled<Buffer | null>
  readonly frozen_at: Filled<string | null>
  readonly entry_count: Filled<number | null>
  readonly root: Filled<string | null>
  readonly sealed_pseudonym_key: Filled<Buffer | null>
  readonly chance: ColumnType<StoredChance | null, undefined, string | null>
  readonly draw_wanted_at: Filled<string | null>
  readonly problem: Filled<RoundProblem | null>
  readonly sending: Filled<number>
  readonly cancel_reason: Filled<string | null>
  readonly redraw_proposal: ColumnType<RedrawProposal | null, undefined, string | null>
  readonly redraws: ColumnType<readonly Redraw[], undefined, string>
}

export type EntryRow = {
  readonly entered_by: ColumnType<string | null, string | null | undefined, never>
  readonly entry_id: string
  readonly round_id: string
  readonly city_id: string
  readonly person_id: string
  readonly status: EntryStatus
  readonly wishes: Json<readonly StoredWish[]>
  readonly event_name: string
  readonly people: number
  readonly note: string
  readonly purpose: ColumnType<Purpose | null, string | null | undefined, never>
  readonly entered_at: string
  readonly withdrawn_at: Filled<string | null>
  readonly prior_wins: Filled<number | null>
  readonly position: Filled<number | null>
  readonly won_wish: Filled<number | null>
  readonly void_because: Filled<Blocker['kind'] | null>
  readonly reservation_id: Filled<string | null>
}

export type Tables = CatalogCopy & {
  readonly permissions: PermissionCopy & { readonly alike_id: string | null }
  readonly held_times: {
    readonly occupancy_id: string
    readonly space_id: string
    readonly kind: 'city-use' | 'closure' | null
    readonly starts_at: string | null
    readonly ends_at: string | null
    readonly released_at: string | null
  }
  readonly rounds: RoundRow
  readonly entries: EntryRow
  readonly frozen_lists: { readonly round_id: string; readonly list: string }
  readonly bundles: { readonly round_id: string; readonly bundle: string; readonly result_digest: string }
  readonly exclusions: {
    readonly entry_id: string
    readonly round_id: string
    readonly reason: DrawExclusion['reason']
    readonly at: string
  }
  readonly idempotency_keys: {
    readonly person_id: string
    readonly key: string
    readonly body_hash: string
    readonly entry_id: string
    readonly at: string
  }
  readonly audit_log: AuditRow
}
