import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { localDateOf } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { ORDINARY_MORNING } from '@asaichi/calendar/trial-days.ts'
import { defaultTownFolder } from '@asaichi/servers/folders.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { usualDayFrom } from '../src/demo/year-end.ts'
import { application, ENTRANCE, ROOM } from '../src/journey/chapters/application.ts'
import { approveBooking, codesReported, keypadsAt } from '../src/journey/chapters/door-acts.ts'
import { Keypad } from '../src/journey/keypad.ts'
import type { Booking } from '../src/journey/thread.ts'
import { openWorld, type World } from '../src/journey/world.ts'
import { isInstalled, lockFamily } from '../src/simulated-locks/families.ts'
import { startTown, type Town, type TownOptions } from '../src/town.ts'

/** The library is read from disk twice, by stick and bridge. */
const LONG = { timeout: 240_000 }

const Held = z.object({ reservationId: z.string(), version: z.int() })

test.skipIf(!isInstalled('zwave'))(
  'M27 M16 V5: a resident’s code opens the doors of simulated Z-Wave locks in its time and not outside of it',
  LONG,
  async () => {
    const town = await started({ locks: 'zwave', demo: true, clock: { now: ORDINARY_MORNING } })
    const world = await openWorld(town.urls)
    const booking = await booked(world)
    await approveBooking(world, booking)
    await codesReported(booking)
    await keypadsAt(world, { at: '08:59:59', opens: false, booking })
    await keypadsAt(world, { at: '09:00:00', opens: true, booking })
    await eventually(async () => expect(await doorsOpenedByCode(town)).toEqual([ENTRANCE, ROOM]))
    await keypadsAt(world, { at: '10:00:00', opens: false, booking })
  },
)

test.skipIf(!isInstalled('zwave'))(
  'the Z-Wave bridge whose stick stays away ends and is started again',
  async () => {
    const only = ['gateway-lock', 'simulated-locks', 'bridge-zwave']
    const { supervisor } = await started({ locks: 'zwave', only })
    const before = supervisor.pidOf('bridge-zwave')
    // One that comes back within seconds is opened again by zwave-js itself.
    await supervisor.stop('simulated-locks')
    await eventually(
      () => expect([undefined, before]).not.toContain(supervisor.pidOf('bridge-zwave')),
      90_000,
    )
  },
)

test.skipIf(!isInstalled('zigbee'))(
  'M27: simulated Zigbee locks come up with keypads and bridge',
  async () => {
    const only = ['gateway-lock', 'simulated-locks', 'bridge-zigbee']
    const { urls } = await started({ locks: 'zigbee', only, dir: await folderInWorkTree() })
    for (const { url } of urls.keypads) expect(await new Keypad(url).opensWith('640917')).toBe(false)
  },
)

test('a family of locks that nobody knows is a sentence with those there are', () => {
  expect(() => lockFamily('zwawe')).toThrow(
    'There are no locks "zwawe": --locks takes virtual, zwave, zigbee.',
  )
})

async function started(options: Partial<TownOptions>): Promise<Town> {
  const town = await startTown({ dir: await ownFolder(), ports: 'free', durable: false, ...options })
  onTestFinished(town.stop)
  return town
}

/** Where `npm start` keeps its town; zigbee2mqtt looks there for a commit of its own. */
async function folderInWorkTree(): Promise<string> {
  await mkdir(defaultTownFolder, { recursive: true })
  const folder = await mkdtemp(path.join(defaultTownFolder, 'test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function booked(world: World): Promise<Booking> {
  const { resident: who, residentMail: mail } = world
  const date = usualDayFrom(addDays(localDateOf(ORDINARY_MORNING), 7))
  const form = await application(world, { from: '09:00', to: '10:00', date })
  const { body } = await who.post('/api/reservations', form)
  return { who, mail, date, ...z.object({ reservation: Held }).parse(body).reservation }
}

/** What the lock service knows of the bridge's word: which door was opened by a code it had sent. */
async function doorsOpenedByCode({ databaseUrl }: Town): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ lock_id: string }>(
      `select distinct lock_id from lock.lock_events where type = 'unlocked' and detail ->> 'codeId' is not null order by 1`,
    )
    return rows.map(row => row.lock_id)
  } finally {
    await client.end()
  }
}
