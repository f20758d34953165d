import '../../styles/booking.css'
import type { Area } from '../../shell/area.tsx'
import { ApplyScreen } from './apply-screen.tsx'
import { DoneScreen } from './done-screen.tsx'
import { ReceiptScreen } from './receipt-screen.tsx'

export const area: Area = {
  screens: {
    '/apply': ApplyScreen,
    '/apply/done': DoneScreen,
    '/receipts/:receiptId': ReceiptScreen,
  },
}
