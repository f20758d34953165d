import { z } from 'zod'
import { OptionId } from '../ids.ts'
import { nameTranslations } from '../translations.ts'

/** G10: options of the venue that are booked with the room, each named once. */
export const OptionOrders = z
  .array(z.object({ optionId: OptionId, count: z.int().min(1).max(99) }))
  .max(10)
  .refine(orders => new Set(orders.map(order => order.optionId)).size === orders.length, 'an option twice')

/** G10: as it was ordered; what the city changes of it later changes no booking. */
export const BookedOption = z.object({
  optionId: OptionId,
  name: z.string(),
  count: z.int(),
  yen: z.int().describe('of all of them; contained in the fee of the booking'),
  translations: nameTranslations,
})
export type BookedOption = z.infer<typeof BookedOption>
