import { addMinutes } from '@asaichi/calendar/instant.ts'
import type { EmergencyDoorState } from '@asaichi/contract/lock/emergency.ts'
import type { AccessWindow } from './access-window.ts'
import { wasRefused } from './door-code-state.ts'
import type { Told } from './report.ts'

const NEVER = '9000-01-01T00:00:00.000Z'
const LATE_MINUTES = 15

/** V13: as the database keeps "always", so that a code of any kind is free or taken by one rule. */
export function always(now: string): AccessWindow {
  return { from: now, to: NEVER }
}

type Progress = Pick<Told, 'isOnLock' | 'result'> & { readonly from: string }

/** How far a door's number for an emergency is, by the lock's own word; one that no lock confirms is somebody's business. */
export function emergencyState(code: Progress | undefined, now: string): EmergencyDoorState {
  if (code === undefined) return 'none'
  if (code.isOnLock) return 'on-lock'
  return wasRefused(code) || addMinutes(code.from, LATE_MINUTES) <= now ? 'attention' : 'sending'
}
