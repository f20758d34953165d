import type { DriverEvent } from '@asaichi/lock-driver/driver.ts'
import { z } from 'zod'

const NOTIFICATION = 0x71
const ACCESS_CONTROL = 6
const LOCKED = [1, 3, 5, 9]
const OPENED_BY_KEYPAD = 6
/** All codes deleted, one deleted, one added, one not added. */
const CODES_CHANGED = [12, 13, 14, 15]
const WRONG_CODE = [16, 20]

const Notice = z.looseObject({
  type: z.int(),
  event: z.int(),
  parameters: z.looseObject({ userId: z.int().optional() }).optional().catch(undefined),
})

/** What the lock says of its door, out of what zwave-js hands over: endpoint, command class, arguments. */
export function noticeIn([, commandClass, told]: readonly unknown[]): DriverEvent | undefined {
  const notice = Notice.safeParse(told).data
  if (commandClass !== NOTIFICATION || notice?.type !== ACCESS_CONTROL) return undefined
  const slot = notice.parameters?.userId ?? null
  if (notice.event === OPENED_BY_KEYPAD) return { type: 'opened', slot }
  if (LOCKED.includes(notice.event)) return { type: 'locked' }
  if (CODES_CHANGED.includes(notice.event)) return { type: 'changed-outside', slot }
  return WRONG_CODE.includes(notice.event) ? { type: 'denied' } : undefined
}
