import type { Held, LockAddress, Reported } from '@asaichi/contract/lock/topics.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { KnownPresence } from '../domain/presence.ts'
import type { Tables } from './schema.ts'

type StateColumns = Partial<Omit<Tables['lock_states'], 'site' | 'lock_id' | 'past_boots'>> & {
  readonly past_boots?: readonly string[]
}

export function keepHeld(
  tx: Transaction<Tables>,
  lock: LockAddress,
  held: Extract<Held, { readonly status: 'held' }>,
): Promise<void> {
  return keep(tx, lock, {
    held_epoch: held.epoch,
    held_rev: held.rev,
    held_digest: held.digest,
    gateway_refusal: null,
  })
}

export function keepRefusal(tx: Transaction<Tables>, lock: LockAddress, reason: string): Promise<void> {
  return keep(tx, lock, { gateway_refusal: reason })
}

export function keepReported(
  tx: Transaction<Tables>,
  lock: LockAddress,
  { reported, at }: { readonly reported: Reported; readonly at: string },
): Promise<void> {
  return keep(tx, lock, {
    applied_epoch: reported.epoch,
    applied_rev: reported.rev,
    applied_digest: reported.digest,
    lock_refusal: reported.refused?.reason ?? null,
    clock_quality: reported.clock.quality,
    clock_offset_s: reported.clock.offsetSeconds,
    battery: reported.battery,
    free_slots: reported.freeSlots,
    firmware: reported.fw,
    reported_at: at,
  })
}

export function keepPresence(
  tx: Transaction<Tables>,
  lock: LockAddress,
  { state, boot, at, pastBoots }: KnownPresence,
): Promise<void> {
  return keep(tx, lock, { presence: state, boot, presence_at: at, past_boots: pastBoots })
}

export async function lockPresence(
  tx: Transaction<Tables>,
  { site, lock }: LockAddress,
): Promise<KnownPresence | undefined> {
  const row = await tx
    .selectFrom('lock_states')
    .select(['presence as state', 'boot', 'presence_at as at', 'past_boots as pastBoots'])
    .where('site', '=', site)
    .where('lock_id', '=', lock)
    .forUpdate()
    .executeTakeFirst()
  if (!row?.state || !row.boot || !row.at) return undefined
  return { state: row.state, boot: row.boot, at: row.at, pastBoots: row.pastBoots }
}

async function keep(
  tx: Transaction<Tables>,
  { site, lock }: LockAddress,
  columns: StateColumns,
): Promise<void> {
  await tx
    .insertInto('lock_states')
    .values({ site, lock_id: lock, ...columns })
    .onConflict(conflict => conflict.columns(['site', 'lock_id']).doUpdateSet(columns))
    .execute()
}
