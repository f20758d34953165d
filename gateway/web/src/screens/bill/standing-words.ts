import type { Bill, Standing } from '@asaichi/contract/reservation/money.ts'
import type { Key } from '../../i18n/catalogue.ts'

const WORDS: Readonly<Record<Standing, Key>> = {
  unpaid: 'reservation.bill-unpaid',
  'part-paid': 'reservation.bill-part-paid',
  paid: 'reservation.bill-paid',
  'to-refund': 'reservation.bill-to-refund',
  closed: 'reservation.bill-closed',
}

/** What somebody is told of their bill; amounts and the date are put in where it is shown. */
export function standingWords({ standing, overdue }: Pick<Bill, 'standing' | 'overdue'>): Key {
  return overdue ? 'reservation.bill-overdue' : WORDS[standing]
}
