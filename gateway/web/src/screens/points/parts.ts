/** G8: what pages of several areas say of points, in one chunk with its texts; most cities give none. */
export { AfterCancel } from './after-cancel.tsx'
export { BanNotice } from './ban-notice.tsx'
export { BookingPoints } from './booking-points.tsx'
export { CancelPoints } from './cancel-points.tsx'
export { MyPoints } from './my-points.tsx'
export { PointList } from './point-list.tsx'
