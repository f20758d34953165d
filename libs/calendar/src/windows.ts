import { type OfficeClosure, officeDayFrom, officeDaysBefore, YEAR_END_CLOSURE } from './holidays.ts'
import { type Instant, instantAt, startOfDay, type TimeOfDay } from './instant.ts'
import { addDays, addMonths, dateInMonth, type LocalDate } from './local-date.ts'

/** When a city takes lottery entries and first-come requests for a use date (M17, M18, M21, S10). */
export type WindowPolicy = {
  readonly lottery: LotteryPolicy
  readonly firstCome: FirstComePolicy
  /** A draw or first-come opening on a day the city hall is shut: kept (default) or moved to the next office day. */
  readonly closedDays?: 'as-is' | 'next-office-day' | undefined
  /** Days the city hall is shut every year; 12-29 to 01-03 unless given. */
  readonly officeClosures?: readonly OfficeClosure[] | undefined
}

export type LotteryPolicy = { readonly kind: 'none' } | RollingLottery | MonthlyLottery

/** Days counted back from each use date: opens ≥ closes > draw. */
export type RollingLottery = {
  readonly kind: 'rolling'
  readonly opensDaysBefore: number
  /** The last day on which entries are taken, to its end. */
  readonly closesDaysBefore: number
  readonly drawDaysBefore: number
  readonly drawTime: TimeOfDay
}

/**
 * One round for all use dates of a month. Days of the month (29–31: its last day where shorter) are read in order from
 * `monthsBefore` (≥ 1) months ahead: a day not after the one before it lies in the following month (15th, 28th, 1st).
 */
export type MonthlyLottery = {
  readonly kind: 'monthly'
  readonly monthsBefore: number
  readonly opensDay: number
  /** The last day on which entries are taken, to its end. */
  readonly closesDay: number
  readonly drawDay: number
  readonly drawTime: TimeOfDay
  /** First-come opens this day at `firstCome.opensTime`; without it, at the moment of the draw. */
  readonly firstComeDay?: number | undefined
}

export type FirstComePolicy = {
  /** Not read under a monthly lottery, which sets its own opening. */
  readonly opensDaysBefore: number
  readonly opensTime: TimeOfDay
  /** The last day is so many office days before use; 0 is the use date. */
  readonly closesOfficeDaysBefore: number
}

/** Entries are taken in `[opensAt, closesAt)`; the draw is never before `closesAt`. */
export type LotteryWindow = {
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly drawAt: Instant
}

/**
 * Requests are taken in `[opensAt, closesAt)`, to the end of `lastDay`. Empty (`closesAt <= opensAt`) where a city opens
 * only days ahead and a run of holidays lies between; Mitaka's 28 days outlast every such run.
 */
export type FirstComeWindow = {
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly lastDay: LocalDate
}

/** `drawing`: entries are closed and first-come is not open yet. */
export type Phase = 'before' | 'lottery' | 'drawing' | 'first-come' | 'closed'

/** Mitaka's windows (M17, M18, M21). */
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
}

/** When entries for the use date are taken and drawn (M17, M18); nothing where the city holds no lottery. */
export function lotteryWindow(policy: WindowPolicy, useDate: LocalDate): LotteryWindow | undefined {
  const { lottery } = policy
  if (lottery.kind === 'none') return undefined
  const days = lotteryDays(lottery, useDate)
  return {
    opensAt: startOfDay(days.opens),
    closesAt: instantAt(days.closes, '24:00'),
    drawAt: instantAt(workingDay(policy, days.draw), lottery.drawTime),
  }
}

/** When first-come requests for the use date are taken (M18, M21); never before its draw. */
export function firstComeWindow(policy: WindowPolicy, useDate: LocalDate): FirstComeWindow {
  const lastDay = officeDaysBefore(useDate, policy.firstCome.closesOfficeDaysBefore, closuresOf(policy))
  return { opensAt: firstComeOpening(policy, useDate), closesAt: instantAt(lastDay, '24:00'), lastDay }
}

/**
 * Where the use date stands by the clock alone; the desk also waits for the draw to have been applied (M18).
 * A first-come window that is empty is skipped: such a date goes straight to `closed`.
 */
export function phaseAt(policy: WindowPolicy, useDate: LocalDate, now: Instant): Phase {
  const lottery = lotteryWindow(policy, useDate)
  const { opensAt, closesAt } = firstComeWindow(policy, useDate)
  if (lottery !== undefined && now < lottery.drawAt) return lotteryPhase(lottery, now)
  if (now >= closesAt || opensAt >= closesAt) return 'closed'
  if (now >= opensAt) return 'first-come'
  return lottery === undefined ? 'before' : 'drawing'
}

function lotteryPhase({ opensAt, closesAt }: LotteryWindow, now: Instant): Phase {
  if (now < opensAt) return 'before'
  return now < closesAt ? 'lottery' : 'drawing'
}

type LotteryDays = { readonly opens: LocalDate; readonly closes: LocalDate; readonly draw: LocalDate }

function lotteryDays(lottery: RollingLottery | MonthlyLottery, useDate: LocalDate): LotteryDays {
  return lottery.kind === 'rolling' ? rollingDays(lottery, useDate) : monthlyDays(lottery, useDate)
}

function rollingDays(lottery: RollingLottery, useDate: LocalDate): LotteryDays {
  return {
    opens: addDays(useDate, -lottery.opensDaysBefore),
    closes: addDays(useDate, -lottery.closesDaysBefore),
    draw: addDays(useDate, -lottery.drawDaysBefore),
  }
}

function monthlyDays(lottery: MonthlyLottery, useDate: LocalDate): LotteryDays {
  const opens = dateInMonth(addMonths(useDate.slice(0, 7), -lottery.monthsBefore), lottery.opensDay)
  const closes = nextDayOfMonth(opens, lottery.closesDay)
  return { opens, closes, draw: nextDayOfMonth(addDays(closes, 1), lottery.drawDay) }
}

function firstComeOpening(policy: WindowPolicy, useDate: LocalDate): Instant {
  const { lottery, firstCome } = policy
  if (lottery.kind === 'none') return openingOn(policy, addDays(useDate, -firstCome.opensDaysBefore))
  const { draw } = lotteryDays(lottery, useDate)
  const drawAt = instantAt(workingDay(policy, draw), lottery.drawTime)
  if (lottery.kind === 'rolling')
    return later(drawAt, openingOn(policy, addDays(useDate, -firstCome.opensDaysBefore)))
  if (lottery.firstComeDay === undefined) return drawAt
  return later(drawAt, openingOn(policy, nextDayOfMonth(draw, lottery.firstComeDay)))
}

function openingOn(policy: WindowPolicy, date: LocalDate): Instant {
  return instantAt(workingDay(policy, date), policy.firstCome.opensTime)
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b
}

/** The first date on or after `from` that is the given day of its month. */
function nextDayOfMonth(from: LocalDate, day: number): LocalDate {
  const month = from.slice(0, 7)
  const here = dateInMonth(month, day)
  return here >= from ? here : dateInMonth(addMonths(month, 1), day)
}

function workingDay(policy: WindowPolicy, date: LocalDate): LocalDate {
  return policy.closedDays === 'next-office-day' ? officeDayFrom(date, closuresOf(policy)) : date
}

function closuresOf(policy: WindowPolicy): readonly OfficeClosure[] {
  return policy.officeClosures ?? YEAR_END_CLOSURE
}
