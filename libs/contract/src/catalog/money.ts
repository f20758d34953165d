import { z } from 'zod'
import { PublicLine, PublicText } from '../text.ts'

/** G10: percent of the fee that a resident's own cancel gives back, from so many days before the use on. */
const RefundTier = z.object({ daysBefore: z.int().min(0).max(400), percent: z.int().min(0).max(100) })

/** M14: how a city asks for its fees. Every field that may be left out has its usual meaning then. */
export const MoneyRules = z.object({
  payee: PublicLine.describe('in whose name invoices and receipts are: 三鷹市長'),
  bankAccount: PublicText.describe('where to pay, as the invoice prints it, in lines'),
  registrationNumber: z
    .string()
    .regex(/^T\d{13}$/)
    .optional()
    .describe('of a qualified invoice (適格請求書); left out = the invoice is not one'),
  taxPercent: z
    .union([z.literal(0), z.literal(8), z.literal(10)])
    .optional()
    .describe('contained in the fee; left out = 10'),
  dueDays: z
    .int()
    .min(0)
    .max(120)
    .optional()
    .describe('after the invoice, never after the use; left out = 30'),
  remindDays: z.int().min(1).max(30).optional().describe('before the due date; left out = 3'),
  cancelUnpaidDays: z
    .int()
    .min(0)
    .max(60)
    .optional()
    .describe('after the due date an unpaid booking is cancelled; left out = never'),
  refunds: z
    .array(RefundTier)
    .max(10)
    .optional()
    .describe('left out = a resident’s own cancel gives nothing back'),
})
export type MoneyRules = z.infer<typeof MoneyRules>
