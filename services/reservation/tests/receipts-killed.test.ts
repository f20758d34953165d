import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Actor } from '@asaichi/contract/actor.ts'
import { getReceipt } from '@asaichi/contract/reservation/reservation.ts'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { startReservation } from '../src/start.ts'
import { startProcess } from './own-process.ts'
import { startReservationBed } from './reservation-bed.ts'

const DATE = '2024-12-01'
const CROWD = 60

let child: ChildProcess | undefined
afterEach(() => void child?.kill('SIGKILL'))

test('P12: a process killed with refusals on their way loses no receipt that it answered', async () => {
  await using bed = await startReservationBed({}, 0)
  await bed.openDates(DATE)
  const people: readonly Actor[] = await bed.people(CROWD)
  child = startProcess(bed)
  const known = async () => (await bed.sql('select 1 from reservation.permissions').catch(() => [])).length
  await expect.poll(known, { timeout: 30_000 }).toBe(CROWD)

  const told = new Map<string, Actor>()
  /** Everybody presses for the same hour at once, and remembers the receipt of a refusal. */
  const crowd = () =>
    Promise.all(
      people.map(async actor => {
        const answer = await bed.press(actor, { date: DATE }).catch(() => undefined)
        if (answer && !answer.ok && answer.refusal.code === 'taken')
          told.set(answer.refusal.detail.receiptId, actor)
      }),
    )

  const holder = new pg.Client({ connectionString: bed.adminUrl })
  await holder.connect()
  const waiting = `select 1 from pg_stat_activity a where application_name = 'reservation' and wait_event_type = 'Lock'`
  const underWay: Promise<unknown>[] = []
  /** Nobody's receipt can be written; whether some wait that memory refused, and no batch, which would have its day locked. */
  const stuckInMemory = async (): Promise<boolean> => {
    await crowd()
    await holder.query('begin; lock table reservation.receipt_batches in share mode')
    underWay.push(crowd())
    await expect.poll(async () => (await bed.sql(waiting)).length, { timeout: 5_000 }).toBeGreaterThan(0)
    const rows = await bed.sql(`${waiting} and not exists (
      select 1 from pg_locks l where l.pid = a.pid and l.relation = 'reservation.days'::regclass)`)
    if (rows.length === 0) await holder.query('rollback')
    return rows.length > 0
  }
  while (!(await stuckInMemory()));
  child.kill('SIGKILL')
  await once(child, 'exit')
  // Its last statements die with it, where they would otherwise go through as soon as they may.
  await bed.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'reservation'`,
  )
  await holder.end()
  await Promise.all(underWay)

  await bed.start('reservation', startReservation)
  const lost: string[] = []
  for (const [receiptId, actor] of told) {
    const outcome = await bed.call(getReceipt, { actor, receiptId })
    if (!outcome.ok) lost.push(receiptId)
  }
  expect(told.size).toBeGreaterThanOrEqual(CROWD - 1)
  expect(lost).toEqual([])
})
