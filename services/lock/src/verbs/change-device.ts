import { addMs } from '@asaichi/calendar/instant.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { DeviceChange, changeDevice as request } from '@asaichi/contract/lock/device.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { schedule } from '@asaichi/store/due-work.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context, SecretWork } from '../context.ts'
import { forgetOnLock } from '../store/codes.ts'
import { type Device, findDevice, setDevice } from '../store/devices.ts'
import { type Lock, lockLocks, notifyPublisher } from '../store/locks.ts'
import type { Tables } from '../store/schema.ts'
import { nextSet } from './revise-sets.ts'
import { sealAnew } from './start-epoch.ts'

const HOUR_MS = 3_600_000

/** V12: who installs locks hangs one at a door, changes it, gives it another password, or takes it down. */
export function changeDevice(
  { db, secrets, log }: Pick<Context, 'db' | 'secrets' | 'log'>,
  { lockId, change }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    const [lock] = await lockLocks(tx, [lockId])
    const door = await findDevice(tx, lockId)
    if (!lock || !door || (!door.isDoor && change.kind !== 'retire')) return refuse('not-found')
    if (change.kind === 'add' && door.isAtWork && door.hangs) return refuse('has-device')
    if (change.kind !== 'add' && !door.hangs) return refuse('no-device')
    const now = await townNow(tx)
    const device = next(door, change, now)
    // Asked again before the lock has spoken: the same numbers, for whoever lost the paper.
    if (device !== door) await hang({ tx, secrets }, lock, { device, now })
    log.info({ lock: lockId, change: change.kind }, 'what hangs at a door was changed')
    const { site, doorName } = door
    const { device: number, serial, formerUntil } = device
    return done({ lockId, site, doorName, device: number, serial, formerUntil })
  })
}

function next(now: Device, change: DeviceChange, at: string): Device {
  const another = { ...now, device: now.device + 1, serial: now.serial + 1, formerUntil: null }
  switch (change.kind) {
    case 'add':
      return now.hangs ? now : { ...another, hangs: true }
    case 'replace':
      return another
    case 'rotate': {
      const formerUntil = change.overlapHours === 0 ? null : addMs(at, change.overlapHours * HOUR_MS)
      return { ...now, serial: now.serial + 1, formerUntil }
    }
    case 'retire':
      return { ...now, serial: now.serial + 1, formerUntil: null, hangs: false }
  }
}

type Hanging = { readonly device: Device; readonly now: string }

async function hang(work: SecretWork, lock: Lock, { device, now }: Hanging): Promise<void> {
  const { tx } = work
  const { lockId } = lock
  const isAnother = device.device !== lock.device
  await setDevice(tx, lockId, device)
  if (device.formerUntil !== null)
    await schedule(tx, { kind: 'former-password', key: lockId, dueAt: device.formerUntil })
  if (isAnother || !device.hangs) await forgetOnLock(tx, lockId, now)
  if (isAnother) await sealAnew(work, lock, { lockId, epoch: lock.epoch + 1, device: device.device })
  const [hung] = await lockLocks(tx, [lockId])
  if (hung && (isAnother || !device.hangs))
    await nextSet(tx, { ...hung, epoch: lock.epoch + (isAnother ? 1 : 0) }, now)
  await notifyPublisher(tx)
}

/** The overlap of two passwords is over, unless another one began since. */
export async function endFormerPassword(tx: Transaction<Tables>, lockId: string): Promise<void> {
  const [lock] = await lockLocks(tx, [lockId])
  const door = lock && (await findDevice(tx, lockId))
  if (!door || door.formerUntil === null || (await townNow(tx)) < door.formerUntil) return
  await setDevice(tx, lockId, { ...door, formerUntil: null })
  await notifyPublisher(tx)
}
