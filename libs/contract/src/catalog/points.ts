import { z } from 'zod'

const Given = z.int().min(1).max(100)
const Days = z.int().min(1).max(1_095)

/**
 * G8: what a late cancel and staying away give, and the ban they add up to. A part left out gives nothing. Days are those of the
 * city's calendar: the day of the newest point is the last of `countedDays`, and a ban ends with the `banDays`th day after it.
 */
export const PointRules = z.object({
  lateCancel: z
    .object({
      withinDays: z.int().min(0).max(90).describe('so many days before the use it begins; 0 is the use date'),
      points: Given,
    })
    .optional(),
  noShow: Given.optional().describe('for a booking that staff mark as 来なかった'),
  bannedAt: z.int().min(1).max(1_000).describe('so many points within `countedDays` begin a ban'),
  countedDays: Days,
  banDays: Days,
})
export type PointRules = z.infer<typeof PointRules>
