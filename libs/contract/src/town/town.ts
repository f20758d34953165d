import { z } from 'zod'
import { bare, request, SERVICES, type Service } from '../define.ts'
import { Instant } from '../time.ts'

/** The town's time: real time plus an offset, or standing still at `heldAt`. */
export const TownTime = z.object({ offsetMs: z.int(), heldAt: Instant.nullable() })
export type TownTime = z.infer<typeof TownTime>

/** Demo and tests only: the town's clock is a process of the town, so production has nothing that could serve this. */
export const getTownClock = request('town.call.get-clock.v1', {
  input: z.object({}),
  output: TownTime.extend({ now: Instant }),
  refusals: {},
})
/** Moves the clock forward; everything due in between happens first, in order, each at its own time. `hold` stops it there. */
export const setTownClock = request('town.call.set-clock.v1', {
  input: z.union([
    z.object({ now: Instant, hold: z.boolean().default(false) }),
    z.object({
      advanceMs: z
        .int()
        .min(0)
        .max(400 * 86_400_000),
      hold: z.boolean().default(false),
    }),
  ]),
  output: z.object({ now: Instant, steps: z.int() }),
  refusals: { 'clock-goes-forward-only': z.object({ now: Instant }), 'clock-already-moving': bare },
})

/** How far a service's due work and deliveries have come; the town's clock waits for it at every step. */
export const progressOf = (service: Service) =>
  request(`${service}.call.progress.v1`, {
    input: z.object({}),
    output: z.object({ nextDueAt: Instant.nullable(), busy: z.boolean() }),
    refusals: {},
  })

/** Marks a producer's kept events unsent again, for a consumer that saw its stream wiped or rolled back. */
export const replayOutboxOf = (service: Service) =>
  request(`${service}.call.replay-outbox.v1`, {
    input: z.object({ since: Instant.nullable() }),
    output: z.object({ events: z.int() }),
    refusals: {},
  })

/** Messages a consumer could not use (bad JSON, unknown version, poison), and their second chance. */
export const listParkedOf = (service: Service) =>
  request(`${service}.call.list-parked.v1`, {
    input: z.object({}),
    output: z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          subject: z.string(),
          reason: z.string(),
          parkedAt: Instant,
          bytes: z.int(),
        }),
      ),
    }),
    refusals: {},
  })
export const replayParkedOf = (service: Service) =>
  request(`${service}.call.replay-parked.v1`, {
    input: z.object({ id: z.uuid().optional() }),
    output: z.object({ replayed: z.int(), stillParked: z.int() }),
    refusals: {},
  })

/** Every process hears a clock move on this core subject; the payload is a `TownTime`. */
export const CLOCK_SUBJECT = 'town.clock'
/** Those with a schema and an outbox of their own; the town's clock has neither. */
export type OutboxService = Exclude<Service, 'town'>
export const ALL_SERVICES: readonly OutboxService[] = SERVICES.filter(service => service !== 'town')
