import { z } from 'zod'
import { PurposeId } from '../ids.ts'
import { nameTranslations } from '../translations.ts'

/** M24: 利用目的, what a room is used for, as the city's own list says it; its statistics (T11) count by it. */
export const Purpose = z.object({
  purposeId: PurposeId,
  name: z.string().min(1).max(60),
  translations: nameTranslations,
})
export type Purpose = z.infer<typeof Purpose>

export const Purposes = z
  .array(Purpose)
  .min(1)
  .max(40)
  .refine(list => new Set(list.map(each => each.purposeId)).size === list.length, 'a purpose twice')
