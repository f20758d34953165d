import type { Actor } from '@asaichi/contract/actor.ts'
import { listMails, sendMailAgain } from '@asaichi/contract/notification/mails.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { holdRows } from '@asaichi/testkit/held-rows.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  booking,
  type NotificationBed,
  newcomer,
  startNotificationBed,
  tellReceived,
} from './notification-bed.ts'

let bed: NotificationBed
beforeAll(async () => {
  bed = await startNotificationBed()
})
afterAll(() => bed[Symbol.asyncDispose]())

const clerk: Actor = { personId: newId(), role: 'staff', cityId: 'mitaka' }

/** A mail whose tries are set back to what a mail server away for days has made of them. */
async function longTried(columns: string) {
  const { personId, mail } = newcomer(bed)
  const startsAt = new Date(Date.now() + 86_400_000).toISOString()
  const facts = booking(bed, personId, { startsAt })
  const subjectId = facts.reservationId
  bed.catcher.failNext(1_000, 451)
  await tellReceived(bed, facts)
  await eventually(async () => expect(await bed.row(subjectId)).toMatchObject({ last_error: 'SMTP 451' }))
  await bed.sql(
    `update notification.mails set ${columns}, lease = null, next_try_at = clock_timestamp()
      where subject_id = $1`,
    [subjectId],
  )
  return { mail, personId, subjectId }
}

async function undelivered() {
  const answer = await bed.call(listMails, { actor: clerk, status: 'undelivered' })
  return answer.ok ? answer.value.items : expect.unreachable('staff may list')
}

test('B10: after 40 tries a mail about a use to come still waits, and staff see it', async () => {
  const { subjectId, personId } = await longTried('attempts = 40')
  await eventually(async () =>
    expect(await bed.row(subjectId)).toMatchObject({ status: 'waiting', attempts: 41, lease: null }),
  )
  expect(await undelivered()).toContainEqual(
    expect.objectContaining({
      subjectId,
      personId,
      status: 'waiting',
      lastError: 'SMTP 451',
      name: '申込みの受付',
      translations: expect.objectContaining({ en: { name: 'Application received' } }),
    }),
  )
})

test('B10: what was given up is sent when a clerk says so, and then there is nothing left to send', async () => {
  const { mail, subjectId } = await longTried('attempts = 40, unclear = 3')
  await eventually(async () => expect(await bed.row(subjectId)).toMatchObject({ status: 'failed' }))
  bed.catcher.failNext(0, 451)
  const { mail_id: mailId } = await bed.row(subjectId)
  expect(await undelivered()).toContainEqual(expect.objectContaining({ mailId, status: 'failed' }))

  const elsewhere: Actor = { ...clerk, cityId: 'sapporo' }
  const resident: Actor = { ...clerk, role: 'resident' }
  const ask = (actor: Actor) => bed.call(sendMailAgain, { actor, mailId })
  expect(await ask(resident)).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } })
  expect(await ask(elsewhere)).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  expect(await ask(clerk)).toEqual({ ok: true, value: {} })

  expect((await bed.mailTo(mail)).text).toContain('町会の役員会')
  await eventually(async () => expect(await bed.row(subjectId)).toMatchObject({ status: 'sent' }))
  expect(await ask(clerk)).toMatchObject({ ok: false, refusal: { code: 'nothing-to-send' } })
  expect((await undelivered()).map(item => item.mailId)).not.toContain(mailId)
})

test('B10: a mail of a kind that this build does not know yet waits for one that does', async () => {
  const { subjectId } = await longTried(`attempts = 40, kind = 'of-the-next-build'`)
  await eventually(async () =>
    expect(await bed.row(subjectId)).toMatchObject({ status: 'waiting', last_error: 'unknown kind' }),
  )
  expect(await undelivered()).toContainEqual(
    expect.objectContaining({ subjectId, name: 'of-the-next-build' }),
  )
})

test('B10: a mail on its way is left to its sender, whoever wants it sent again', async () => {
  const { subjectId } = await longTried('attempts = 3')
  await bed.sql(
    `update notification.mails set lease = gen_random_uuid(), attempts = 7, next_try_at = clock_timestamp() + interval '1 hour'
      where subject_id = $1`,
    [subjectId],
  )
  const { mail_id: mailId, lease } = await bed.row(subjectId)
  expect(await bed.call(sendMailAgain, { actor: clerk, mailId })).toEqual({ ok: true, value: {} })
  expect(await bed.row(subjectId)).toMatchObject({ status: 'waiting', attempts: 7, lease })
})

test('D22: a mail that another sender has just taken does not hold up the next of its lane', async () => {
  bed.catcher.failNext(0, 451)
  const { subjectId } = await longTried('attempts = 3')
  await using _held = await holdRows(
    bed.adminUrl,
    'select 1 from notification.mails where subject_id = $1 for update',
    [subjectId],
  )
  bed.catcher.failNext(0, 451)
  const { personId, mail } = newcomer(bed)
  await tellReceived(bed, booking(bed, personId))
  expect((await bed.mailTo(mail)).subject).toBeDefined()
})
