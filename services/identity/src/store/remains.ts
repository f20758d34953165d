import type { Transaction } from '@asaichi/store/database.ts'
import { DEVICE_SECONDS } from '../domain/limits.ts'
import type { Tables } from './schema.ts'
import { townTimePlus } from './town-time.ts'

const DAY = 86_400

/** Deletes what has passed and is nobody's any more: a registration that was never confirmed is personal data without a purpose. */
export async function deleteRemains(tx: Transaction<Tables>): Promise<void> {
  await tx.deleteFrom('registrations').where('expires_at', '<=', townTimePlus(0)).execute()
  await tx.deleteFrom('challenges').where('issued_at', '<', townTimePlus(-DAY)).execute()
  await tx.deleteFrom('password_helps').where('expires_at', '<', townTimePlus(-DAY)).execute()
  // Mail P may be tried for days (RFC 5321 4.5.4.1).
  await tx
    .deleteFrom('mail_changes')
    .where('asked_at', '<', townTimePlus(-7 * DAY))
    .execute()
  await tx
    .deleteFrom('invitations')
    .where('expires_at', '<', townTimePlus(-7 * DAY))
    .execute()
  await tx.deleteFrom('known_devices').where('seen_at', '<', townTimePlus(-DEVICE_SECONDS)).execute()
  await tx
    .deleteFrom('withdrawals')
    .where('at', '<', townTimePlus(-7 * DAY))
    .execute()
  await tx.deleteFrom('attempts').where('window_start', '<', townTimePlus(-DAY)).execute()
  await tx
    .deleteFrom('sessions')
    .where('ends_at', '<', townTimePlus(-30 * DAY))
    .execute()
}
