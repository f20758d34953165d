import { addMinutes, instantAt } from '@asaichi/calendar/instant.ts'
import { z } from 'zod'
import type { Chapter } from '../chapter.ts'
import { must, mustBe, waitFor } from '../expect.ts'
import type { Thread } from '../thread.ts'
import { parsed } from '../visitor.ts'
import type { World } from '../world.ts'
import { ROOM } from './application.ts'
import { codesUsable } from './door-acts.ts'
import { HOURS } from './seven-oclock.ts'

const Month = z.object({ days: z.array(z.object({ d: z.string(), s: z.string() })) })

// Slots of the second hour, counted from the opening at 09:00.
const SLOTS = [2, 4] as const

/** A cancelled booking: its code, its mail, its time. */
export function cancelChapter(thread: Thread): Chapter {
  return {
    title: 'A cancellation',
    steps: [
      {
        rules: 'M29 M30 V5',
        title: 'the second booking’s code opens; after the cancel it stops within 10 s',
        run: world => cancelled(world, thread),
      },
      { rules: 'M29', title: 'a second press of the cancel button is harmless', run: () => again(thread) },
      { rules: 'G4', title: 'the time is not free at once, but within the next hour', run: reopens },
    ],
  }
}

async function cancelled(world: World, { second }: Thread): Promise<void> {
  const code = second?.codes?.[ROOM]
  must(second !== undefined && code !== undefined, 'nothing to cancel')
  await world.moveClock(addMinutes(instantAt(world.useDate, HOURS.second.from), 5))
  await codesUsable(second)
  const keypad = world.keypad(ROOM)
  await waitFor('the code to open', async () => ((await keypad.opensWith(code)) ? true : undefined), 5_000)
  const since = await world.mailbox.mark()
  mustBe((await second.who.post(`/api/reservations/${second.reservationId}/cancel`)).status, 200, 'cancel')
  await waitFor(
    'the code to stop opening',
    async () => ((await keypad.opensWith(code)) ? undefined : true),
    10_000,
  )
  await world.mailbox.waitFor(second.mail, /取り消されました/, since)
}

async function again({ second }: Thread): Promise<void> {
  must(second !== undefined, 'nothing to cancel')
  mustBe(
    (await second.who.post(`/api/reservations/${second.reservationId}/cancel`)).status,
    200,
    'second cancel',
  )
}

async function reopens(world: World): Promise<void> {
  await shown(world, 'rr')
  await world.moveClock(addMinutes(instantAt(world.useDate, HOURS.second.from), 66))
  await shown(world, 'oo')
}

async function shown({ passerBy, useDate }: World, letters: string): Promise<void> {
  await waitFor(`${letters} in the calendar`, async () => {
    const month = parsed(
      Month,
      await passerBy.get(`/api/listings/${ROOM}/availability?month=${useDate.slice(0, 7)}`),
      'availability',
    )
    return month.days.find(day => day.d === useDate)?.s.slice(...SLOTS) === letters ? true : undefined
  })
}
