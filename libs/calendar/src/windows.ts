import type { WindowPolicy } from '@asaichi/contract/catalog/city.ts'
import { officeDayFrom, officeDaysBefore } from './holidays.ts'
import { type Instant, instantAt, startOfDay } from './instant.ts'
import { addDays, addMonths, dateInMonth, type LocalDate } from './local-date.ts'

type RollingLottery = Extract<WindowPolicy['lottery'], { readonly kind: 'rolling' }>
type MonthlyLottery = Extract<WindowPolicy['lottery'], { readonly kind: 'monthly' }>

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
  const lastDay = officeDaysBefore(useDate, policy.firstCome.closesOfficeDaysBefore, policy.officeClosures)
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
  return policy.closedDays === 'next-office-day' ? officeDayFrom(date, policy.officeClosures) : date
}
