import '../../styles/booking.css'
import type { Area } from '../../shell/area.tsx'
import { DoneScreen } from './done-screen.tsx'
import { ReceiptScreen } from './receipt-screen.tsx'

/** What became of a press, apart from the form. */
export const area: Area = {
  screens: {
    '/apply/done': DoneScreen,
    '/receipts/:receiptId': ReceiptScreen,
  },
}
