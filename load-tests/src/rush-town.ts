import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Asking, connectAsking } from '@asaichi/bus/bus.ts'
import { ORDINARY_MORNING } from '@asaichi/calendar/trial-days.ts'
import type { City } from '@asaichi/contract/catalog/city.ts'
import { putCity } from '@asaichi/contract/catalog/city.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { putVenue } from '@asaichi/contract/catalog/venue.ts'
import { importPerson } from '@asaichi/contract/identity/account.ts'
import { setTownClock } from '@asaichi/contract/town/town.ts'
import { createClock } from '@asaichi/service/clock.ts'
import { createLog } from '@asaichi/service/log.ts'
import { startTown, type Town, type TownOptions } from '@asaichi/town/town.ts'
import { eventually } from './eventually.ts'
import { writeDevices } from './lock-load.ts'
import { openTruth, type Sql } from './sql.ts'

/** A town of its own to press upon, with a hand on its clock and a look at its database. */
export type RushTown = {
  readonly dir: string
  readonly town: Town
  readonly sql: Sql
  readonly settle: (cities: readonly City[], venues: readonly Venue[]) => Promise<void>
  readonly moveClock: (now: string) => Promise<void>
  readonly now: () => Promise<string>
} & AsyncDisposable

const WITHIN_MS = { deadlineMs: 60_000 }

/** Every resident comes from an address of their own, told by a header, as if a proxy stood in front. */
const BEHIND_A_PROXY = { TRUSTED_PROXIES: '1' }

export type RushTownOptions = Pick<TownOptions, 'replicas' | 'durable'> & {
  /** Venues whose doors have locks. */
  readonly locked?: readonly Venue[]
}

export async function openRushTown(options: RushTownOptions = {}): Promise<RushTown> {
  await using opened = new AsyncDisposableStack()
  const dir = await mkdtemp(path.join(tmpdir(), 'asaichi-rush-'))
  opened.defer(() => rm(dir, { recursive: true, force: true }))
  const { locked = [], ...shape } = options
  const env = {
    'gateway-api': BEHIND_A_PROXY,
    'gateway-lock': { DEVICES_FILE: await writeDevices(dir, locked) },
  }
  const town = opened.use(
    await startTown({ dir, ports: 'free', env, clock: { now: ORDINARY_MORNING }, ...shape }),
  )
  const bus = opened.use(
    await connectAsking({
      nats: town.operator,
      party: 'operator',
      clock: createClock('real'),
      log: createLog('load-tests', 'silent'),
    }),
  )
  const { sql } = opened.use(openTruth(town.databaseUrl))
  const held = opened.move()
  return {
    dir,
    town,
    sql,
    settle: (cities, venues) => settle(bus, sql, { cities, venues }),
    async moveClock(now) {
      const moved = await bus.call(setTownClock, { now }, WITHIN_MS)
      if (!moved.ok) throw new Error(`The town's clock was not moved to ${now}: ${moved.refusal.code}`)
    },
    async now() {
      const [row] = await sql<{ now: string }>(
        `select to_char(town_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
      )
      if (!row) throw new Error('The town has no time')
      return row.now
    },
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  }
}

/** The account whose password all residents share. */
export const MODEL = { mail: 'rush-model@example.jp', password: 'rush-no-asa-wa-hayai-7' }

async function settle(
  bus: Asking,
  sql: Sql,
  { cities, venues }: { readonly cities: readonly City[]; readonly venues: readonly Venue[] },
): Promise<void> {
  const actor = 'system'
  for (const city of cities) taken(await bus.call(putCity, { actor, city }, WITHIN_MS))
  for (const venue of venues) taken(await bus.call(putVenue, { actor, venue }, WITHIN_MS))
  const cityId = cities[0]?.cityId ?? ''
  taken(await bus.call(importPerson, { ...MODEL, ...MODEL_PROFILE, cityId }, WITHIN_MS))
  await eventually('every service knows the venues', async () => {
    const [row] = await sql<{ known: boolean }>(
      `select $1::int = all (array[
         (select count(*) from reservation.venues where venue_id = any ($2)),
         (select count(*) from lottery.venues where venue_id = any ($2)),
         (select count(*) from lock.venues where venue_id = any ($2) and version > 0)
       ]) and (select count(*) from notification.cities where city_id = any ($3)) = cardinality($3::text[]) as known`,
      [venues.length, venues.map(({ venueId }) => venueId), cities.map(city => city.cityId)],
    )
    return row?.known === true ? true : undefined
  })
}

const MODEL_PROFILE = {
  name: '模範 一郎',
  kana: 'モハン イチロウ',
  birthDate: '1980-01-01',
  postalCode: '000-0000',
  address: '試験町',
  phone: '090-0000-0000',
  memberNumber: '6999999',
  role: 'resident',
  permission: 'approved',
  language: 'ja',
} as const

function taken(outcome: { readonly ok: boolean; readonly refusal?: { readonly code: string } }): void {
  if (!outcome.ok) throw new Error(`The load tests' data was refused: ${outcome.refusal?.code}`)
}
