import type { CodeProof, CodeResult } from '@asaichi/contract/lock/code-report.ts'
import type { PinRule } from '@asaichi/contract/lock/lock-about.ts'
import type { ColumnType, Generated } from 'kysely'
import type { SetCode } from '../domain/desired-set.ts'
import type { SpaceParts } from '../domain/door-choice.ts'

export type Tables = {
  readonly cities: {
    readonly city_id: string
    readonly version: Generated<number>
    readonly code_digits: number | null
    readonly minutes_before: number | null
    readonly minutes_after: number | null
  }
  readonly venues: {
    readonly venue_id: string
    readonly version: Generated<number>
    readonly city_id: string | null
    readonly parts: ColumnType<SpaceParts, string | undefined, string>
    readonly keeps_spares: Generated<boolean>
  }
  readonly locks: {
    readonly lock_id: string
    readonly venue_id: string
    readonly name: string
    readonly opens: readonly string[]
    readonly is_door: boolean
    readonly epoch: Generated<number>
    readonly rev: Generated<number>
    readonly sends: Generated<number>
    readonly send_after: string | null
    readonly device: Generated<number>
    readonly hangs: Generated<boolean>
    readonly serial: Generated<number>
    readonly former_until: string | null
    readonly introduce: Generated<boolean>
  }
  readonly lock_sets: LockSet & { readonly lock_id: string; readonly traceparent: string | null }
  readonly current_sets: LockSet & { readonly lock_id: string; readonly site: string }
  readonly lock_states: LockState
  readonly grants: {
    readonly reservation_id: string
    readonly version: number
    readonly status: 'waiting' | 'ready' | 'revoked'
    readonly person_id: string
    readonly city_id: string
    readonly venue_id: string
    readonly space_id: string | null
    readonly starts_at: string | null
    readonly ends_at: string | null
    readonly issue: Generated<number>
    /** When somebody was first given the digits. */
    readonly told_at: string | null
  }
  readonly codes: {
    readonly code_id: string
    readonly kind: Generated<SetCode['kind']>
    readonly reservation_id: string | null
    /** Of a number in store: when it became a booking's. */
    readonly given_at: string | null
    readonly lock_id: string
    readonly from_at: string
    readonly to_at: string
    readonly length: number
    readonly sealed: string | null
    readonly hash: string | null
    readonly reserved: ColumnType<string, string, never>
    readonly rev_in: number | null
    readonly rev_out: number | null
    readonly is_on_lock: Generated<boolean>
    readonly result: CodeResult | null
    readonly proof: CodeProof | null
    readonly result_due: string | null
    readonly confirmed_at: string | null
    readonly revoked_at: string | null
    readonly gone_at: string | null
  }
  readonly emergency_acts: {
    readonly act_id: string
    readonly venue_id: string
    readonly act: 'changed' | 'ended' | 'shown' | 'used' | 'spares-kept' | 'spares-ended'
    readonly staff_id: string | null
    readonly lock_id: string | null
    readonly at: string
  }
  readonly keypad_guesses: {
    readonly lock_id: string
    readonly site: string
    readonly boot: string
    readonly seq: number
    readonly since: string | null
    readonly entries: Generated<number>
    readonly last_at: string | null
    readonly paused_until: string | null
  }
  readonly lock_events: {
    readonly lock_id: string
    readonly boot: string
    readonly seq: number
    readonly site: string
    readonly at: string
    readonly type: string
    readonly detail: ColumnType<object, string, never>
    readonly received_at: Generated<string>
  }
}

type LockSet = {
  readonly rev: number
  readonly epoch: number
  readonly digest: string
  readonly revised_at: string
}

type LockState = {
  readonly site: string
  readonly lock_id: string
  readonly held_epoch: number | null
  readonly held_rev: number | null
  readonly held_digest: string | null
  readonly gateway_refusal: string | null
  readonly applied_epoch: number | null
  readonly applied_rev: number | null
  readonly applied_digest: string | null
  readonly lock_refusal: string | null
  readonly clock_quality: 'known' | 'unknown' | null
  readonly clock_offset_s: number | null
  readonly battery: number | null
  readonly free_slots: number | null
  readonly firmware: string | null
  readonly reported_at: string | null
  readonly presence: 'online' | 'offline' | null
  readonly boot: string | null
  readonly past_boots: Generated<readonly string[]>
  readonly presence_at: string | null
  readonly slots: number | null
  readonly foreign_slots: readonly number[] | null
  readonly pin_min: number | null
  readonly pin_max: number | null
  readonly pin_rules: readonly PinRule[] | null
  readonly wake_minutes: number | null
}
