import type { MailKind } from '@asaichi/contract/notification/mails.ts'

/** How many mails of a lane are on their way at once. Each lane has its own connections, so results never delay a login code (D22). */
export const LANES = { codes: 2, decisions: 4, bulk: 4 } as const
export type Lane = keyof typeof LANES
export const LANE_NAMES: readonly Lane[] = ['codes', 'decisions', 'bulk']

export function laneOf(kind: MailKind): Lane {
  switch (kind) {
    case 'login-code':
    case 'password-help':
      return 'codes'
    case 'confirm-registration':
    case 'permission-changed':
    case 'password-changed':
    case 'reservation-approved':
    case 'reservation-refused':
    case 'reservation-cancelled':
    case 'codes-changed':
      return 'decisions'
    case 'entry-received':
    case 'entry-result':
    case 'reservation-received':
    case 'reservation-expired':
    case 'time-reopened':
      return 'bulk'
  }
}
