import { emitAll } from '@asaichi/bus/emit.ts'
import { resultsReady } from '@asaichi/contract/lottery/entries.ts'
import { reservationRequested } from '@asaichi/contract/reservation/reservation.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { startBehindSlowLink } from './behind-slow-link.ts'
import { entryOf, resultsOf } from './entry-mails-bed.ts'
import { booking, newcomer, refOf, tellLoginCode } from './notification-bed.ts'
import { LONG_MS, settled } from './settled.ts'

/** How much later each answer of a slow server comes. */
const SLOW_MS = 150
const FEW = 100
const TEST_MS = 600_000

const { bed, link } = await forThisFile(startBehindSlowLink())

test(
  'D22, Q5: 200 mails in bulk on a slow server do not delay a login code',
  async () => {
    link.delay(SLOW_MS)
    try {
      const bulk = await receivedApplications(200)
      const subjectIds = bulk.map(each => each.subjectId)
      await eventually(async () => expect(await inLine(subjectIds)).toMatchObject({ queued: 200 }), LONG_MS)
      await codeOvertakes(subjectIds)
      link.delay(0)
      for (const subjectId of subjectIds) await settled(bed, subjectId, 'sent')
      const counts = await Promise.all(bulk.map(async each => (await bed.mailsTo(each.mail)).length))
      expect(counts.every(count => count === 1)).toBe(true)
    } finally {
      link.delay(0)
    }
  },
  TEST_MS,
)

test(
  'D22, Q5: 5,000 result mails of one hour on a slow server do not delay a login code',
  async () => {
    link.delay(SLOW_MS)
    try {
      const entryIds = await tellResults(5_000)
      // The first code is asked for while results still come in, as at 07:00; the second with all of them in line.
      await eventually(async () => expect((await inLine(entryIds)).sent).toBeGreaterThan(0), LONG_MS)
      await codeOvertakes(entryIds)
      await eventually(async () => expect(await inLine(entryIds)).toMatchObject({ queued: 5_000 }), LONG_MS)
      await codeOvertakes(entryIds)
    } finally {
      link.delay(0)
      // Without its lease a delivery on its way brings no mail back into the line.
      await bed.sql(
        `update notification.mails set status = 'dropped', lease = null where kind = 'entry-result'`,
      )
    }
  },
  TEST_MS,
)

/** The order tells, whatever the machine's load: of the mails told before the code, few leave before it does. */
async function codeOvertakes(subjectIds: readonly string[]): Promise<void> {
  const before = await inLine(subjectIds)
  const { mail, challengeId } = await tellLoginCode(bed)
  await bed.mailTo(mail, LONG_MS)
  await settled(bed, challengeId, 'sent')
  const after = await inLine(subjectIds)
  expect(after.sent - before.sent).toBeLessThan(FEW)
  expect(after.waiting).toBeGreaterThan(0)
}

/** Told in one transaction: as many at once would wait for a connection longer than the store allows. */
async function receivedApplications(count: number) {
  const bulk = Array.from({ length: count }, () => {
    const resident = newcomer(bed)
    return { ...resident, facts: booking(bed, resident.personId) }
  })
  await bed.producers.reservation.publish(tx =>
    emitAll(
      tx,
      bulk.map(({ facts }) => ({
        event: reservationRequested,
        aggregateId: facts.reservationId,
        version: facts.version,
        data: refOf(facts),
      })),
    ),
  )
  return bulk.map(({ mail, facts }) => ({ mail, subjectId: facts.reservationId }))
}

// As many as lottery tells together.
const RESULTS_A_FACT = 500

/** As many losers of one round, told in one transaction as lottery does at the hour. */
async function tellResults(count: number): Promise<readonly string[]> {
  const entries = Array.from({ length: count }, () =>
    entryOf(bed, newcomer(bed).personId, { status: 'lost' }),
  )
  await bed.producers.lottery.publish(tx =>
    emitAll(
      tx,
      Array.from({ length: Math.ceil(count / RESULTS_A_FACT) }, (_, nr) => ({
        event: resultsReady,
        aggregateId: 'round',
        version: nr,
        data: resultsOf(entries.slice(nr * RESULTS_A_FACT, (nr + 1) * RESULTS_A_FACT)),
      })),
    ),
  )
  return entries.map(entry => entry.entryId)
}

async function inLine(subjectIds: readonly string[]) {
  const [row] = await bed.sql<{ queued: number; waiting: number; sent: number }>(
    `select count(*)::int as queued, (count(*) filter (where status = 'waiting'))::int as waiting,
        (count(*) filter (where status = 'sent'))::int as sent
      from notification.mails where lane = 'bulk' and subject_id = any($1)`,
    [subjectIds],
  )
  if (!row) throw new Error('a count is always one row')
  return row
}
