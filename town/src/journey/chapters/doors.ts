import { addMs, instantAt } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { z } from 'zod'
import type { Chapter } from '../chapter.ts'
import { must, mustBe, waitFor } from '../expect.ts'
import type { Booking, Thread } from '../thread.ts'
import { parsed } from '../visitor.ts'
import type { World } from '../world.ts'
import { ENTRANCE, OTHER_ROOM, ROOM } from './application.ts'

const Approved = z.object({ status: z.literal('approved'), number: z.string().regex(/^\d{6}$/) })
const DoorCodes = z.object({
  doors: z.array(z.object({ lockId: z.string(), code: z.string(), state: z.string() })),
})

/** From the approval to the opened door. */
export function doorsChapter(thread: Thread): Chapter {
  return {
    title: 'Approval, codes and doors',
    steps: [
      {
        rules: 'M26',
        title: 'staff approve both; H arrives with the number and a line per door',
        run: world => approveBoth(world, thread),
      },
      {
        rules: 'V5',
        title: 'the day before, both locks have reported the codes',
        run: world => onLocks(world, thread),
      },
      {
        rules: 'M27',
        title: 'the keypads refuse at 08:59:59',
        run: world => judged(world, { at: '08:59:59', opens: false, booking: thread.first }),
      },
      {
        rules: 'M27',
        title: 'entrance and room open at 09:00:00',
        run: world => judged(world, { at: '09:00:00', opens: true, booking: thread.first }),
      },
      {
        rules: 'M27 V5',
        title: 'the other room’s keypad refuses the code',
        run: world => otherRoom(world, thread),
      },
      {
        rules: 'M16',
        title: 'at the end time the code is dead',
        run: world => judged(world, { at: '10:00:00', opens: false, booking: thread.first }),
      },
    ],
  }
}

async function approveBoth({ staff, mailbox }: World, thread: Thread): Promise<void> {
  for (const booking of [thread.first, thread.second]) {
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
}

async function onLocks(world: World, thread: Thread): Promise<void> {
  await world.moveClock(instantAt(addDays(world.useDate, -1), '18:00'))
  for (const booking of [thread.first, thread.second]) {
    must(booking !== undefined, 'nothing was booked')
    booking.codes = await waitFor('both locks to report the codes', async () => {
      const { doors } = parsed(
        DoorCodes,
        await booking.who.get(`/api/reservations/${booking.reservationId}/door-codes`),
        'door codes',
      )
      const reported = doors.filter(door => door.state === 'on-lock')
      return reported.length === 2
        ? Object.fromEntries(doors.map(door => [door.lockId, door.code]))
        : undefined
    })
  }
}

async function judged(
  world: World,
  expected: { readonly at: string; readonly opens: boolean; readonly booking: Booking | undefined },
): Promise<void> {
  const { at, opens, booking } = expected
  await world.moveClock(addMs(instantAt(world.useDate, at.slice(0, 5)), Number(at.slice(6)) * 1000))
  for (const lockId of [ENTRANCE, ROOM]) {
    const code = booking?.codes?.[lockId]
    must(code !== undefined, `no code for ${lockId}`)
    // The lock hears of the moved clock within a second; a right code pressed early costs one wrong entry at most.
    if (opens)
      await waitFor(
        `${lockId} to open at ${at}`,
        async () => ((await world.keypad(lockId).opensWith(code)) ? true : undefined),
        5_000,
      )
    else
      await waitFor(
        `${lockId} to refuse at ${at}`,
        async () => ((await world.keypad(lockId).opensWith(code)) ? undefined : true),
        2_000,
      )
  }
}

async function otherRoom(world: World, { first }: Thread): Promise<void> {
  const code = first?.codes?.[ROOM]
  must(code !== undefined, 'no code')
  mustBe(await world.keypad(OTHER_ROOM).opensWith(code), false, '2階和室 with the code of 1階洋室')
}
