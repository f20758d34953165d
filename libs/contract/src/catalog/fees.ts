import { z } from 'zod'

/** G10: a percent of a listing's fee, at most ten times of it. */
export const FeePercent = z.int().min(0).max(1000)

/** G10: what use on the days of rest costs, for every listing of the city. */
export const RestDayFee = z.object({
  days: z.enum(['sat-sun-holiday', 'sun-holiday']),
  percent: FeePercent,
})
export type RestDayFee = z.infer<typeof RestDayFee>
