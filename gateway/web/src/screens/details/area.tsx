import type { Area } from '../../shell/area.tsx'
import { DetailsScreen } from './details-screen.tsx'

/** Apart from the other pages of a reservation, for it alone has a form. */
export const area: Area = { screens: { '/reservations/:reservationId/details': DetailsScreen } }
