import { invoiceIssued } from '../../src/mails/invoices/invoice-issued.ts'
import { invoiceOverdue } from '../../src/mails/invoices/invoice-overdue.ts'
import { invoiceReminded } from '../../src/mails/invoices/invoice-reminded.ts'
import { INVOICE } from '../sample-letter.ts'
import { type Sample, sampleOf } from './sample.ts'

export const INVOICE_SAMPLES: readonly Sample[] = [
  sampleOf(invoiceIssued, 'always', INVOICE),
  sampleOf(invoiceReminded, 'always', INVOICE),
  sampleOf(invoiceOverdue, 'always', { ...INVOICE, bill: { ...INVOICE.bill, overdue: true } }),
]
