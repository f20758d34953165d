import { addMinutes } from '@asaichi/calendar/instant.ts'
import type { DoorCodeState } from '@asaichi/contract/lock/door-codes.ts'
import type { z } from 'zod'
import type { AccessWindow } from './access-window.ts'
import type { Told } from './report.ts'

/** From here on a code that no lock has confirmed is somebody's business (V5). */
const LATE_MINUTES = 15
const DUE_MINUTES = 1

export type CodeProgress = AccessWindow &
  Omit<Told, 'proof'> & {
    readonly isRevoked: boolean
    readonly isInSet: boolean
    /** The lock or its gateway would not take the current set. */
    readonly isRefused: boolean
    readonly isAway: boolean
  }

/** 準備中 … 要確認, from what is wanted, what the lock said of it, and the clock; never stored. */
export function doorCodeState(progress: CodeProgress, now: string): z.infer<typeof DoorCodeState> {
  if (progress.isRevoked) return 'revoked'
  if (progress.to <= now) return 'ended'
  if (progress.isOnLock) return progress.from <= now ? 'usable' : 'on-lock'
  if (isLate(progress, now) || (progress.isInSet && (progress.isRefused || wasRefused(progress))))
    return 'attention'
  if (!progress.isInSet) return 'preparing'
  return progress.result === 'waiting' ? 'waiting' : 'sending'
}

type Awaited = AccessWindow &
  Pick<Told, 'isOnLock' | 'result' | 'dueAt'> & {
    /** The lock, or the bridge that speaks for it, is cut off. */
    readonly isAway: boolean
  }

/**
 * Not confirmed by the lock a quarter of an hour before its start; where the lock said until when it has to wait (it switches a
 * stored code on at the start, or wakes by the hour), a minute after that, unless that would be after the start. What was promised by one that is cut off since is no promise.
 */
export function isLate({ from, to, isOnLock, result, dueAt, isAway }: Awaited, now: string): boolean {
  const isOnTime = result === 'waiting' && dueAt !== null && dueAt <= from && !isAway
  const lateAt = isOnTime ? addMinutes(dueAt, DUE_MINUTES) : addMinutes(from, -LATE_MINUTES)
  return !isOnLock && lateAt <= now && now < to
}

/** What the lock will not take however often it is asked: new digits or somebody at the door help. */
export function wasRefused({ result }: Pick<Told, 'result'>): boolean {
  switch (result) {
    case 'duplicate':
    case 'no-room':
    case 'bad-format':
    case 'unsupported':
    case 'unreadable':
      return true
    case 'stored':
    case 'waiting':
    case 'unconfirmed':
    case null:
      return false
  }
}
