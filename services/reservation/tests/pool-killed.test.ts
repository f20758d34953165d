import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Actor } from '@asaichi/contract/actor.ts'
import { getOpeningPool } from '@asaichi/contract/reservation/opening-pool.ts'
import { newId } from '@asaichi/service/new-id.ts'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { startReservation } from '../src/start.ts'
import { startProcess } from './own-process.ts'
import { startReservationBed } from './reservation-bed.ts'

const DATE = '2024-12-15'

let child: ChildProcess | undefined
afterEach(() => void child?.kill('SIGKILL'))

test('G6: a process killed in the middle of collecting loses no place it answered, and the others get theirs by their keys', async () => {
  await using bed = await startReservationBed({ openingPool: { seconds: 3 } }, 0)
  await bed.openDates(DATE)
  const actors: readonly Actor[] = await bed.people(60)
  const keys = actors.map(() => newId())
  const places = new Map<Actor, string>()
  /** Answers the code, or nothing where nobody answered. */
  const press = async (actor: Actor, nr: number): Promise<string | undefined> => {
    const answer = await bed.press(actor, { date: DATE }, keys[nr]).catch(() => undefined)
    if (!answer || answer.ok) return answer && 'accepted'
    const { code, detail } = answer.refusal
    if (code === 'in-opening-pool') {
      expect(places.get(actor) ?? detail.receiptId).toBe(detail.receiptId)
      places.set(actor, detail.receiptId)
    }
    return code
  }
  await bed.at('2024-11-16T22:00:00.000Z')
  child = startProcess(bed)
  const known = async () => (await bed.sql('select 1 from reservation.permissions').catch(() => [])).length
  await expect.poll(known, { timeout: 30_000 }).toBe(actors.length)
  const [first] = actors
  if (!first) throw new Error('nobody there')
  await expect.poll(() => press(first, 0), { timeout: 30_000 }).toBe('in-opening-pool')

  const holder = new pg.Client({ connectionString: bed.adminUrl })
  await holder.connect()
  await holder.query('begin; select 1 from reservation.days for update')
  const underWay = actors.map(press)
  const stuck = `select 1 from pg_stat_activity where application_name = 'reservation' and wait_event_type = 'Lock'`
  await expect.poll(async () => (await bed.sql(stuck)).length).toBeGreaterThan(0)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await holder.end()
  expect((await Promise.all(underWay)).filter(code => code !== undefined)).toEqual([])
  await bed.start('reservation', startReservation)
  const codes = await Promise.all(actors.map(press))
  expect(new Set(codes)).toEqual(new Set(['in-opening-pool']))

  await bed.at('2024-11-16T22:00:03.000Z')
  const ends = await Promise.all(actors.map(press))
  expect(ends.filter(code => code === 'accepted')).toHaveLength(1)
  expect(ends.filter(code => code === 'taken')).toHaveLength(actors.length - 1)
  const pool = await bed.call(getOpeningPool, { listingId: 'yoshitsu', date: DATE })
  if (!pool.ok) throw new Error('no pool')
  expect(new Set(pool.value.presses.map(({ receiptId }) => receiptId))).toEqual(new Set(places.values()))
})
