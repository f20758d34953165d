import { emit } from '@asaichi/bus/emit.ts'
import { emergencyCodeUsed } from '@asaichi/contract/lock/emergency.ts'
import type { LockAddress, LockEvent } from '@asaichi/contract/lock/topics.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { isOfKeypad } from '../domain/keypad-guesses.ts'
import { findDoorOfEmergencyCode, recordAct } from '../store/emergency.ts'
import { keepLockEvent } from '../store/lock-events.ts'
import type { Tables } from '../store/schema.ts'
import { watchKeypad } from './watch-keypad.ts'

/** Keeps what a lock tells, once; that a number for an emergency opened a door is told to the city (V13). */
export async function takeEvent(
  tx: Transaction<Tables>,
  address: LockAddress,
  event: LockEvent,
): Promise<void> {
  if (isOfKeypad(event) && !(await watchKeypad(tx, address, event))) return
  if (!(await keepLockEvent(tx, address, event)) || event.type !== 'unlocked') return
  const { at, codeId } = event
  const { lock: lockId, site } = address
  const door = await findDoorOfEmergencyCode(tx, { lockId, site, codeId })
  if (!door?.cityId) return
  const { cityId, venueId } = door
  const useId = await recordAct(tx, { venue_id: venueId, act: 'used', staff_id: null, lock_id: lockId, at })
  await emit(tx, emergencyCodeUsed, {
    aggregateId: useId,
    version: 1,
    data: { cityId, venueId, lockId, useId, at },
  })
}
