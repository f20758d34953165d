import { addMs, instantAt } from '@asaichi/calendar/instant.ts'
import { z } from 'zod'
import { must, waitFor } from '../expect.ts'
import type { Booking } from '../thread.ts'
import { parsed } from '../visitor.ts'
import type { World } from '../world.ts'
import { ENTRANCE, ROOM } from './application.ts'

const Approved = z.object({ status: z.literal('approved'), number: z.string().regex(/^\d{6}$/) })
const DoorCodes = z.object({
  doors: z.array(z.object({ lockId: z.string(), code: z.string(), state: z.string() })),
})

/** M26: staff approve, and mail H brings the number and a line per door. */
export async function approveBooking({ staff, mailbox }: World, booking: Booking | undefined): Promise<void> {
  must(booking !== undefined, 'nothing was booked')
  const since = await mailbox.mark()
  const answer = await staff.post(`/api/staff/reservations/${booking.reservationId}/approve`, {
    expectedVersion: booking.version,
  })
  const { number } = parsed(Approved, answer, 'approval')
  const { text } = await mailbox.waitFor(booking.mail, new RegExp(number), since)
  for (const door of ['玄関', '1階洋室'])
    must(new RegExp(`${door}「\\d{6}」`).test(text), `mail H has no code line for ${door}`)
}

/** V5: both locks say themselves that they have the code; those that switch their codes say that it waits for its start. */
export async function codesReported(booking: Booking | undefined): Promise<void> {
  must(booking !== undefined, 'nothing was booked')
  const doors = await doorsThatAre(booking, ['on-lock', 'waiting'])
  booking.codes = Object.fromEntries(doors.map(door => [door.lockId, door.code]))
}

/** V5: its time has begun and both locks have said so, so that nobody presses early and makes a wrong entry. */
export async function codesUsable(booking: Booking): Promise<void> {
  await doorsThatAre(booking, ['usable'])
}

function doorsThatAre(booking: Booking, states: readonly string[]) {
  return waitFor(`both locks to report the codes ${states.join(' or ')}`, async () => {
    const { doors } = parsed(
      DoorCodes,
      await booking.who.get(`/api/reservations/${booking.reservationId}/door-codes`),
      'door codes',
    )
    return doors.filter(door => states.includes(door.state)).length === 2 ? doors : undefined
  })
}

/** M27: what entrance and room do with the booking's code at a second of its day. */
export async function keypadsAt(
  world: World,
  expected: { readonly at: string; readonly opens: boolean; readonly booking: Booking | undefined },
): Promise<void> {
  const { at, opens, booking } = expected
  must(booking !== undefined, 'nothing was booked')
  await world.moveClock(addMs(instantAt(booking.date, at.slice(0, 5)), Number(at.slice(6)) * 1000))
  if (opens) await codesUsable(booking)
  for (const lockId of [ENTRANCE, ROOM]) {
    const code = booking.codes?.[lockId]
    must(code !== undefined, `no code for ${lockId}`)
    // The lock hears of the moved clock within a second, and one behind a bridge is told at once what that means.
    await waitFor(
      `${lockId} to ${opens ? 'open' : 'refuse'} at ${at}`,
      async () => ((await world.keypad(lockId).opensWith(code)) === opens ? true : undefined),
      5_000,
    )
  }
}
