import { eventually } from '@asaichi/testkit/eventually.ts'
import { expect } from 'vitest'
import type { MailRow, NotificationBed } from './notification-bed.ts'

/** Only for what would otherwise never end: on a loaded machine an honest run takes minutes. */
export const LONG_MS = 240_000

/** The row of the mail about something, once it has come to that; its lane may have other mails first. */
export function settled(
  bed: Pick<NotificationBed, 'row'>,
  subjectId: string,
  status: string,
): Promise<MailRow> {
  return eventually(async () => {
    const row = await bed.row(subjectId)
    expect(row.status).toBe(status)
    return row
  }, LONG_MS)
}
