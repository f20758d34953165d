import type { WindowPolicy } from '@asaichi/contract/catalog/city.ts'

/** The windows of Mitaka's manual (M17, M18, M21). */
export const MITAKA_WINDOWS: WindowPolicy = {
  lottery: {
    kind: 'rolling',
    opensDaysBefore: 35,
    closesDaysBefore: 29,
    drawDaysBefore: 28,
    drawTime: '07:00',
  },
  firstCome: { opensDaysBefore: 28, opensTime: '07:00', closesOfficeDaysBefore: 2 },
  closedDays: 'as-is',
  officeClosures: [{ from: '12-29', to: '01-03' }],
}
