import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, request } from '../define.ts'
import { PeopleKindId, PurposeId, SpaceId, VenueId } from '../ids.ts'
import { Month } from '../time.ts'

/** T11: the most months of one report, so that a year is one page and no report reads a city's whole past. */
export const REPORT_MONTHS_MAX = 12

/**
 * T11: what became of a room. A booking counts for the room that was booked, for the month of its use; one that was moved counts
 * once, where it is now. Sums of yen are of the bookings counted, whenever they were asked for and paid.
 */
export const RoomUse = z.object({
  venueId: VenueId,
  venueName: z.string(),
  spaceId: SpaceId,
  spaceName: z.string(),
  openMinutes: z
    .int()
    .describe('while the venue was open, by its hours and closures of today; 0 of a room that is no more'),
  usedMinutes: z.int().describe('approved or used'),
  bookings: z.int().describe('approved or used'),
  people: z.int().describe('as the applications said'),
  pending: z.int(),
  refused: z.int(),
  cancelled: z.int(),
  expired: z.int(),
  charged: z.int().describe('yen'),
  paid: z.int().describe('yen'),
})
export type RoomUse = z.infer<typeof RoomUse>

/** T11, M24: what the rooms were used for, approved or used. `purposeId` null: nothing was said. */
export const PurposeUse = z.object({
  purposeId: PurposeId.nullable(),
  name: z.string().nullable().describe('as a booking of the span says it'),
  usedMinutes: z.int(),
  bookings: z.int(),
  people: z.int(),
})
export type PurposeUse = z.infer<typeof PurposeUse>

/** T11, G15: how many people used a venue in a month, as it was written after the uses. */
export const HeadcountUse = z.object({
  venueId: VenueId,
  venueName: z.string(),
  month: Month,
  bookings: z.int().describe('that are over'),
  written: z.int().describe('of which somebody wrote how many came'),
  people: z.int(),
  kinds: z
    .array(z.object({ kindId: PeopleKindId, people: z.int() }))
    .describe('what was written of a kind; none: nothing was'),
})
export type HeadcountUse = z.infer<typeof HeadcountUse>

/** The kinds that have a number somewhere in the span, those of the city's list first. */
export const HeadcountReport = z.object({
  kinds: z.array(z.object({ kindId: PeopleKindId, name: z.string() })),
  venues: z.array(HeadcountUse),
})
export type HeadcountReport = z.infer<typeof HeadcountReport>

/** T11: how the rooms of the actor's city were used over whole months, both included. */
export const getUseReport = request('reservation.call.get-use-report.v1', {
  input: z.object({ actor: Actor, from: Month, to: Month }),
  output: z.object({
    from: Month,
    to: Month,
    rooms: z.array(RoomUse),
    hours: z.array(z.int()).length(24).describe('minutes used in each hour of the day, all rooms and days'),
    purposes: z
      .array(PurposeUse)
      .default([])
      .describe('most used first; empty where no booking of the span says one'),
    headcounts: HeadcountReport.optional().describe(
      'G15; left out where nobody is asked and nothing is written',
    ),
  }),
  refusals: { 'not-allowed': bare, 'months-not-valid': bare },
})
