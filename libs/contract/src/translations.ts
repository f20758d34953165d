import { z } from 'zod'

/** V7: words of a city in the other two languages; what is missing is shown in Japanese. */
export function translations<S extends z.ZodRawShape>(words: z.ZodObject<S>) {
  const some = words.partial().optional()
  return z.object({ 'ja-easy': some, en: some }).optional()
}

/** The name of a venue, a room or a door; beside a copied `venueName` it is called `venueTranslations`, and so on. */
export const nameTranslations = translations(z.object({ name: z.string().max(80) }))
export type NameTranslations = z.infer<typeof nameTranslations>

/** V7: what the places of a mail are called in other languages, by the name that the mail's facts have. */
export const placeNames = z.array(z.object({ name: z.string(), translations: nameTranslations })).optional()
export type PlaceNames = z.infer<typeof placeNames>
