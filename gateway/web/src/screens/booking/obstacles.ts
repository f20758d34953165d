import type { PermissionStatus } from '@asaichi/contract/actor.ts'
import type { ListingDay } from '@asaichi/contract/catalog/listings.ts'
import type { BookingPhase } from '../availability/listing/phase.ts'
import type { Wanted } from '../availability/paths.ts'

/** M31: the one reason why nothing can be sent now. */
export type Obstacle =
  | { readonly kind: 'not-approved'; readonly permission: PermissionStatus }
  | { readonly kind: 'shut'; readonly reason: string | null }
  | { readonly kind: 'before'; readonly opensAt: string }
  | { readonly kind: 'over'; readonly closedAt: string | undefined }
  | { readonly kind: 'own'; readonly reservationId: string }
  | { readonly kind: 'quota'; readonly limit: number; readonly of: 'reservations' | 'entries' }

type Facts = {
  readonly phase: BookingPhase
  readonly day: ListingDay
  readonly permission: PermissionStatus | undefined
}

/** Who one is first, then when: the order in which the desk judges. */
export function obstacleOf({ phase, day, permission }: Facts): Obstacle | undefined {
  if (permission !== undefined && permission !== 'approved') return { kind: 'not-approved', permission }
  if (phase === 'shut') return { kind: 'shut', reason: day.closedReason }
  if (phase === 'before' && day.lottery) return { kind: 'before', opensAt: day.lottery.opensAt }
  return phase === 'over' ? { kind: 'over', closedAt: day.firstCome?.closesAt } : undefined
}

export type ObstacleProps = { readonly obstacle: Obstacle; readonly wanted: Wanted }
