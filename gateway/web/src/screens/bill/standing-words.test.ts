import { expect, test } from 'vitest'
import { standingWords } from './standing-words.ts'

test.for([
  { standing: 'unpaid', overdue: false, words: 'reservation.bill-unpaid' },
  { standing: 'unpaid', overdue: true, words: 'reservation.bill-overdue' },
  { standing: 'part-paid', overdue: false, words: 'reservation.bill-part-paid' },
  { standing: 'part-paid', overdue: true, words: 'reservation.bill-overdue' },
  { standing: 'paid', overdue: false, words: 'reservation.bill-paid' },
  { standing: 'to-refund', overdue: false, words: 'reservation.bill-to-refund' },
  { standing: 'closed', overdue: false, words: 'reservation.bill-closed' },
] as const)('M14: a bill that is $standing, overdue $overdue, says $words', ({ words, ...bill }) => {
  expect(standingWords(bill)).toBe(words)
})
