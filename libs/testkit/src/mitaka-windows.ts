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

/** A round for each month of use: from the 1st to the 10th two months before, drawn on the 12th (S10). */
export const MONTHLY_ROUND = {
  kind: 'monthly',
  monthsBefore: 2,
  opensDay: 1,
  closesDay: 10,
  drawDay: 12,
  drawTime: '07:00',
} as const satisfies WindowPolicy['lottery']
