import type { Area } from '../../shell/area.tsx'

export { CancelFee } from './cancel-fee.tsx'
export { Fee } from './fee.tsx'

import { InvoiceScreen } from './invoice-screen.tsx'
import { PaymentReceiptScreen } from './payment-receipt-screen.tsx'

/** Papers of money, apart from the other pages of a reservation: few bookings have any (M14). */
export const area: Area = {
  screens: {
    '/reservations/:reservationId/invoice': InvoiceScreen,
    '/reservations/:reservationId/payment-receipt': PaymentReceiptScreen,
  },
}
