import { z } from 'zod'
import { FeePercent } from '../catalog/fees.ts'
import { nameTranslations } from '../translations.ts'

const yen = z.int().describe('what it adds to the fee, below zero where it takes off')

/**
 * G10: of what a fee is the sum, in this order, besides the options: the room at its listing's price, then what the day, the class and
 * a reduction (減免) add or take off.
 */
export const FeeLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('room'), yen }),
  z.object({ kind: z.literal('rest-day'), percent: FeePercent, yen }),
  z.object({
    kind: z.literal('class'),
    name: z.string(),
    translations: nameTranslations,
    percent: FeePercent,
    yen,
  }),
  z.object({
    kind: z.literal('reduction'),
    percent: z.int().min(1).max(100).describe('of all before it and of the options; 100 = 免除'),
    reason: z.string().optional().describe('of the staff; not on papers, and erased with the person'),
    yen,
  }),
])
export type FeeLine = z.infer<typeof FeeLine>
