import { addMinutes } from '@asaichi/calendar/instant.ts'
import type { DoorCodeState } from '@asaichi/contract/lock/door-codes.ts'
import type { z } from 'zod'
import type { AccessWindow } from './access-window.ts'

/** From here on a code that no lock has confirmed is somebody's business (V5). */
const LATE_MINUTES = 15

export type CodeProgress = AccessWindow & {
  readonly isRevoked: boolean
  readonly isInSet: boolean
  readonly isOnLock: boolean
  /** The lock or its gateway would not take the current set. */
  readonly isRefused: boolean
}

/** 準備中 … 要確認, from three independent facts and the clock; never stored. */
export function doorCodeState(progress: CodeProgress, now: string): z.infer<typeof DoorCodeState> {
  if (progress.isRevoked) return 'revoked'
  if (progress.to <= now) return 'ended'
  if (progress.isOnLock) return progress.from <= now ? 'usable' : 'on-lock'
  if (isLate(progress, now) || (progress.isInSet && progress.isRefused)) return 'attention'
  return progress.isInSet ? 'sending' : 'preparing'
}

/** Not confirmed by the lock a quarter of an hour before its start. */
export function isLate({ from, to, isOnLock }: AccessWindow & { readonly isOnLock: boolean }, now: string) {
  return !isOnLock && addMinutes(from, -LATE_MINUTES) <= now && now < to
}
