import { instantAt } from '@asaichi/calendar/instant.ts'
import { addDays, daysBetween } from '@asaichi/calendar/local-date.ts'
import type { MoneyRules } from '@asaichi/contract/catalog/money.ts'
import type { Standing } from '@asaichi/contract/reservation/money.ts'

/** What is charged and what is paid, in yen; the ledger's sums. */
export type Balance = { readonly charged: number; readonly paid: number }

const USUAL = { dueDays: 30, remindDays: 3 } as const
const REMIND_AT = '09:00'
const FISCAL_YEAR_BEGINS = '04-01'

/** What somebody has to do about a bill, if anybody. */
export function standingOf({ charged, paid }: Balance): Standing {
  if (paid > charged) return 'to-refund'
  if (charged === 0) return 'closed'
  if (paid === charged) return 'paid'
  return paid > 0 ? 'part-paid' : 'unpaid'
}

/** Owed after the last day on which it could be paid. */
export function isOverdue(balance: Balance & { readonly dueOn: string }, today: string): boolean {
  return balance.charged > balance.paid && balance.dueOn < today
}

/** How a bill comes to another charge. */
export type Recharge =
  | { readonly kind: 'nothing' }
  /** Nothing was paid yet: what was issued is taken back, and one new invoice says all; 0 = none. */
  | { readonly kind: 'anew'; readonly yen: number }
  | { readonly kind: 'difference'; readonly yen: number }
  | { readonly kind: 'credit'; readonly yen: number }

/** M14, M30: the steps from what is charged to `yen`. Whoever has paid gets the difference only, by invoice or back. */
export function recharge({ charged, paid }: Balance, yen: number): Recharge {
  if (paid === 0) return { kind: 'anew', yen }
  if (yen > charged) return { kind: 'difference', yen: yen - charged }
  return yen < charged ? { kind: 'credit', yen: charged - yen } : { kind: 'nothing' }
}

/**
 * M29: what stays charged when a booking ends before its use: what the refund does not give back, and never more than was paid, so
 * that an ended booking asks for no money.
 */
export function chargeAfterEnd({ charged, paid }: Balance, refundPercent: number): number {
  return Math.min(paid, charged - Math.floor((charged * refundPercent) / 100))
}

/** The refund of a resident's own cancel, in percent; of the city's, everything. */
export function refundPercent(
  { refunds = [] }: Pick<MoneyRules, 'refunds'>,
  {
    by,
    today,
    useDate,
  }: { readonly by: 'resident' | 'city'; readonly today: string; readonly useDate: string },
): number {
  if (by === 'city') return 100
  const daysBefore = daysBetween(today, useDate)
  const reached = refunds.filter(tier => tier.daysBefore <= daysBefore)
  return Math.max(0, ...reached.map(tier => tier.percent))
}

/** The last day to pay: never after the use, never before the invoice. */
export function dueOn(
  { dueDays = USUAL.dueDays }: Pick<MoneyRules, 'dueDays'>,
  { today, useDate }: { readonly today: string; readonly useDate: string },
): string {
  const due = addDays(today, dueDays)
  return due < useDate ? due : useDate
}

/** When a reminder, the word that it is overdue and, where the city says so, the cancelling fall due. */
export function moments(
  { remindDays = USUAL.remindDays, cancelUnpaidDays }: Pick<MoneyRules, 'remindDays' | 'cancelUnpaidDays'>,
  due: string,
) {
  return {
    remindAt: instantAt(addDays(due, -remindDays), REMIND_AT),
    overdueAt: instantAt(due, '24:00'),
    cancelAt: cancelUnpaidDays === undefined ? null : instantAt(addDays(due, cancelUnpaidDays), '24:00'),
  }
}

/** A city counts its invoices from 1 April. */
export function fiscalYear(date: string): number {
  const year = Number(date.slice(0, 4))
  return date.slice(5) < FISCAL_YEAR_BEGINS ? year - 1 : year
}

export function invoiceNumber(year: number, nr: number): string {
  return `${year}-${String(nr).padStart(6, '0')}`
}
