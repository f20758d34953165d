import type { Reservation, ReservationStatus } from '@asaichi/contract/reservation/reservation.ts'

/** 承認待ち → 予約確定 → 利用済み; or 不承認 / 取消 / 期限切れ. The only place that says which step may follow which. */
const NEXT: Readonly<Record<ReservationStatus, readonly ReservationStatus[]>> = {
  pending: ['approved', 'refused', 'cancelled', 'expired'],
  approved: ['used', 'cancelled'],
  used: [],
  refused: [],
  cancelled: [],
  expired: [],
}

export type Step = 'approved' | 'refused' | 'cancelled' | 'expired' | 'used'

/** M25: nothing can be answered any more once the use has started; M29: an approved use can be cancelled until it ends. */
export function mayBecome(
  reservation: Pick<Reservation, 'status' | 'startsAt' | 'endsAt'>,
  step: Step,
  now: string,
): boolean {
  if (!NEXT[reservation.status].includes(step)) return false
  switch (step) {
    case 'approved':
    case 'refused':
      return now < reservation.startsAt
    case 'cancelled':
      return now < (reservation.status === 'approved' ? reservation.endsAt : reservation.startsAt)
    case 'expired':
      return now >= reservation.startsAt
    case 'used':
      return now >= reservation.endsAt
    default:
      return step satisfies never
  }
}

export function isLive(status: ReservationStatus): boolean {
  return status === 'pending' || status === 'approved'
}

/** Nobody can come any more. 利用済み is written by due work, which may be a moment late. */
export function isOver({ status, endsAt }: Pick<Reservation, 'status' | 'endsAt'>, now: string): boolean {
  return status === 'used' || (status === 'approved' && endsAt <= now)
}
