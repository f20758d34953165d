/** G15: how many people came, for its owner and for staff, in one chunk with its texts; few cities ask. */
export { BookingHeadcount } from './booking-headcount.tsx'
export { HeadcountAt } from './headcount-at.tsx'
export { HeadcountWanted } from './headcount-wanted.tsx'
