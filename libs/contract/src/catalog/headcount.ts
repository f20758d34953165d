import { z } from 'zod'
import { PeopleKindId } from '../ids.ts'
import { nameTranslations } from '../translations.ts'

/** G15: people as the city's statistics tell them apart, 大人 or 子ども. */
export const PeopleKind = z.object({
  kindId: PeopleKindId,
  name: z.string().min(1).max(30),
  translations: nameTranslations,
})
export type PeopleKind = z.infer<typeof PeopleKind>

/** G15: 利用人数, how many people used a room, asked after the use. A city that only wants their number has one kind. */
export const HeadcountRules = z.object({
  kinds: z
    .array(PeopleKind)
    .min(1)
    .max(6)
    .refine(list => new Set(list.map(each => each.kindId)).size === list.length, 'a kind twice'),
  days: z.int().min(1).max(92).describe('how many days after the use its owner may write and correct it'),
})
export type HeadcountRules = z.infer<typeof HeadcountRules>
