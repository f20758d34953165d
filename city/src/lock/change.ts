import type { Call } from '@asaichi/bus/call.ts'
import { LockId } from '@asaichi/contract/ids.ts'
import {
  changeDevice,
  type DeviceChange,
  type DeviceNumbers,
  OVERLAP_HOURS_MAX,
} from '@asaichi/contract/lock/device.ts'
import { Missing } from '../init/missing.ts'

/** What hangs at a door is changed, or one sentence says why not. */
export async function change(
  call: Call,
  asked: { readonly lockId: string; readonly change: DeviceChange },
): Promise<DeviceNumbers> {
  const { lockId } = asked
  if (asked.change.kind === 'rotate' && asked.change.overlapHours > OVERLAP_HOURS_MAX)
    throw new Missing(`--hours is at most ${OVERLAP_HOURS_MAX}: two passwords are one too many.`)
  if (!LockId.safeParse(lockId).success) throw new Missing(noSuchDoor(lockId))
  const outcome = await call(changeDevice, asked)
  if (outcome.ok) return outcome.value
  switch (outcome.refusal.code) {
    case 'not-found':
      throw new Missing(noSuchDoor(lockId))
    case 'has-device':
      throw new Missing(
        `A lock is at work at ${lockId} already: replace it by another, rotate its password, or retire it first.`,
      )
    case 'no-device':
      throw new Missing(`No lock hangs at ${lockId}: add one.`)
  }
}

export function noSuchDoor(lockId: string): string {
  return `No venue has a door with the lock ${lockId}: save the door on the venue’s page, or in the city’s file, first.`
}
