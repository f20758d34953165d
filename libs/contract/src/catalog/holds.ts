import { z } from 'zod'

/** P7: what a city lets one member of staff keep from residents in a day without a colleague. */
export const HoldRules = z.object({
  hoursADay: z.int().min(1).max(10_000).describe('hours of rooms, closures and city use together'),
})

export const USUAL_HOLDS: z.infer<typeof HoldRules> = { hoursADay: 200 }
