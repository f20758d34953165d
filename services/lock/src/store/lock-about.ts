import { CODES_MAX } from '@asaichi/contract/lock/code-report.ts'
import type { LockAbout } from '@asaichi/contract/lock/lock-about.ts'
import type { LockAddress } from '@asaichi/contract/lock/topics.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { PinFormat } from '../domain/pin-format.ts'
import type { Tables } from './schema.ts'

/** What a lock has said of itself, as far as it decides over its codes. */
export type KnownLock = {
  /** How many of our codes it has room for. */
  readonly room: number
  readonly pin: PinFormat
  readonly wakeMinutes: number
}

/** A lock that has not spoken yet. */
export const SILENT: KnownLock = { room: CODES_MAX, pin: { min: 4, max: 10, rules: [] }, wakeMinutes: 0 }

export async function keepAbout(
  tx: Transaction<Tables>,
  { site, lock }: LockAddress,
  { slots, foreignSlots, pin, wakeMinutes }: LockAbout,
): Promise<void> {
  const columns = {
    slots,
    foreign_slots: foreignSlots,
    pin_min: pin.min,
    pin_max: pin.max,
    pin_rules: pin.rules,
    wake_minutes: wakeMinutes,
  }
  await tx
    .insertInto('lock_states')
    .values({ site, lock_id: lock, ...columns })
    .onConflict(conflict => conflict.columns(['site', 'lock_id']).doUpdateSet(columns))
    .execute()
}

export async function findAbouts(
  tx: Transaction<Tables>,
  locks: readonly { readonly lockId: string; readonly site: string }[],
): Promise<ReadonlyMap<string, KnownLock>> {
  if (locks.length === 0) return new Map()
  const sites = new Map(locks.map(({ lockId, site }) => [lockId, site]))
  const rows = await tx
    .selectFrom('lock_states')
    .select(['site', 'lock_id as lockId', 'slots', 'foreign_slots as foreignSlots'])
    .select(['pin_min as min', 'pin_max as max', 'pin_rules as rules', 'wake_minutes as wakeMinutes'])
    .where('lock_id', 'in', [...sites.keys()])
    .execute()
  return new Map(
    rows.flatMap(({ site, lockId, slots, foreignSlots, min, max, rules, wakeMinutes }) =>
      site !== sites.get(lockId) || slots === null
        ? []
        : [
            [
              lockId,
              {
                room: Math.max(0, slots - (foreignSlots?.length ?? 0)),
                pin: { min: min ?? SILENT.pin.min, max: max ?? SILENT.pin.max, rules: rules ?? [] },
                wakeMinutes: wakeMinutes ?? 0,
              },
            ] as const,
          ],
    ),
  )
}
