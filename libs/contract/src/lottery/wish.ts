import { z } from 'zod'
import { ListingId } from '../ids.ts'
import { LocalDate, TimeOfDay } from '../time.ts'

export const Wish = z.object({ listingId: ListingId, date: LocalDate, from: TimeOfDay, to: TimeOfDay })
export type Wish = z.infer<typeof Wish>
