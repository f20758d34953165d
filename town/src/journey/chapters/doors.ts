import { instantAt } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import type { Chapter } from '../chapter.ts'
import { must, mustBe } from '../expect.ts'
import type { Thread } from '../thread.ts'
import type { World } from '../world.ts'
import { OTHER_ROOM, ROOM } from './application.ts'
import { approveBooking, codesReported, keypadsAt } from './door-acts.ts'

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
        run: world => keypadsAt(world, { at: '08:59:59', opens: false, booking: thread.first }),
      },
      {
        rules: 'M27',
        title: 'entrance and room open at 09:00:00',
        run: world => keypadsAt(world, { at: '09:00:00', opens: true, booking: thread.first }),
      },
      {
        rules: 'M27 V5',
        title: 'the other room’s keypad refuses the code',
        run: world => otherRoom(world, thread),
      },
      {
        rules: 'M16',
        title: 'at the end time the code is dead',
        run: world => keypadsAt(world, { at: '10:00:00', opens: false, booking: thread.first }),
      },
    ],
  }
}

async function approveBoth(world: World, thread: Thread): Promise<void> {
  for (const booking of [thread.first, thread.second]) await approveBooking(world, booking)
}

async function onLocks(world: World, thread: Thread): Promise<void> {
  await world.moveClock(instantAt(addDays(world.useDate, -1), '18:00'))
  for (const booking of [thread.first, thread.second]) await codesReported(booking)
}

async function otherRoom(world: World, { first }: Thread): Promise<void> {
  const code = first?.codes?.[ROOM]
  must(code !== undefined, 'no code')
  mustBe(await world.keypad(OTHER_ROOM).opensWith(code), false, '2階和室 with the code of 1階洋室')
}
