import { applyMany, MOST_PRESSES } from '@asaichi/contract/reservation/presses.ts'
import { metrics } from '@asaichi/service/metrics.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MOST_WAITING } from '../src/desk/desk.ts'
import { type ReservationBed, startReservationBed } from './reservation-bed.ts'

const DATE = '2024-12-03'
/** More than three times what may wait. */
const MESSAGES = Math.ceil((3.5 * MOST_WAITING) / MOST_PRESSES)

let bed: ReservationBed
beforeAll(async () => {
  bed = await startReservationBed()
  await bed.openDates(DATE)
})
afterAll(() => bed[Symbol.asyncDispose]())

async function waiting(): Promise<number> {
  const text = await metrics.getSingleMetricAsString('reservation_waiting')
  return Number(/^reservation_waiting (\d+)/m.exec(text)?.[1])
}

/** Keeps the day's lock, so that no batch of its desk can begin. */
async function holdDay() {
  const holder = new pg.Client({ connectionString: bed.adminUrl })
  await holder.connect()
  await holder.query('begin')
  await holder.query('insert into reservation.days (venue_id, use_date) values ($1, $2)', ['kokaido', DATE])
  return {
    release: () => holder.query('rollback'),
    [Symbol.asyncDispose]: () => holder.end(),
  }
}

test('Q4: at three times the capacity the line stays at its bound, and who is over it is answered while those in line still wait for the database', async () => {
  await using day = await holdDay()
  const answered = new Set<number>()
  const sent = Array.from({ length: MESSAGES }, async (_, nr) => {
    const attempts = Array.from({ length: MOST_PRESSES }, () => ({
      actor: { personId: newId(), role: 'resident', cityId: 'mitaka' } as const,
      key: newId(),
      application: everydayApplication({ date: DATE }),
    }))
    const outcome = await bed.call(applyMany, { attempts }, { deadlineMs: 30_000 })
    answered.add(nr)
    return outcome.ok ? outcome.value.answers : []
  })
  // Whoever is at work gives up by itself after the lock timeout, so on a slow machine more are let in; never more at once.
  await expect.poll(() => answered.size, { timeout: 20_000 }).toBeGreaterThan(MESSAGES / 3)
  expect(answered.has(0)).toBe(false)
  expect(await waiting()).toBeGreaterThan(0)
  expect(await waiting()).toBeLessThanOrEqual(MOST_WAITING)
  const shedFirst = [...answered]
  await day.release()

  const answers = await Promise.all(sent)
  expect(answers.flat()).toHaveLength(MESSAGES * MOST_PRESSES)
  expect(await waiting()).toBe(0)
  const seconds = shedFirst
    .flatMap(nr => answers[nr] ?? [])
    .map(answer => {
      if (answer.ok || answer.refusal.code !== 'busy') throw new Error('answered, though nothing was decided')
      return answer.refusal.detail.retryAfterSeconds
    })
  const shares = Map.groupBy(seconds, each => each)
  expect(new Set(shares.keys())).toEqual(new Set([1, 2, 3]))
  for (const share of shares.values()) expect(share.length / seconds.length).toBeGreaterThan(0.25)
})
