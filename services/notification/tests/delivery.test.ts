import { done, refuse } from '@asaichi/contract/define.ts'
import { loginCodeIssued } from '@asaichi/contract/identity/login.ts'
import { getLoginCodeMail } from '@asaichi/contract/identity/mail-facts.ts'
import { codesReady } from '@asaichi/contract/lock/door-codes.ts'
import { listMails, mailSent } from '@asaichi/contract/notification/mails.ts'
import { progressOf } from '@asaichi/contract/town/town.ts'
import { startMailCatcher } from '@asaichi/servers/mail-catcher/mail-catcher.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { startBehindSlowLink } from './behind-slow-link.ts'
import { booking, newcomer, tellLoginCode, tellReceived } from './notification-bed.ts'
import { LONG_MS, settled } from './settled.ts'

const TEST_MS = 600_000

const Mails = z.object({ mails: z.array(z.object({ to: z.array(z.string()) })) })

const { bed, link } = await forThisFile(startBehindSlowLink())

function smtpPort(): number {
  return Number(new URL(bed.catcher.smtpUrl).port)
}

async function receivedApplication() {
  const resident = newcomer(bed)
  const facts = booking(bed, resident.personId)
  await tellReceived(bed, facts)
  return { ...resident, subjectId: facts.reservationId }
}

test('F26, I6: 451 is tried again and arrives once', async () => {
  bed.catcher.failNext(2, 451)
  const { mail, subjectId } = await receivedApplication()
  expect(await settled(bed, subjectId, 'sent')).toMatchObject({ attempts: 3, last_error: null })
  expect(await bed.mailsTo(mail)).toHaveLength(1)
})

test('F26: 550 is final, kept for staff with the code alone', async () => {
  bed.catcher.failNext(1, 550)
  const { mail, subjectId } = await receivedApplication()
  const row = await settled(bed, subjectId, 'failed')
  expect(row).toMatchObject({ attempts: 1, last_error: 'SMTP 550' })
  expect(await bed.mailsTo(mail)).toEqual([])
  const actor = { personId: newId(), role: 'staff' as const, cityId: 'mitaka' }
  expect(await bed.call(listMails, { actor, status: 'failed' })).toMatchObject({
    ok: true,
    value: { items: [{ subjectId, lastError: 'SMTP 550', sentAt: null }] },
  })
})

test('Q7, I7: a connection dropped after the final dot means the same Message-ID twice at most', async () => {
  bed.catcher.dropAfterData(1)
  const { mail, subjectId } = await receivedApplication()
  const { mail_id: mailId } = await settled(bed, subjectId, 'sent')
  const arrived = await bed.mailsTo(mail)
  expect(arrived.map(each => each.messageId)).toEqual([
    `<${mailId}@asaichi.local>`,
    `<${mailId}@asaichi.local>`,
  ])
})

test('F4, I7: a mail whose sender died between SMTP and its commit is sent again under the same Message-ID', async () => {
  const { mail, subjectId } = await receivedApplication()
  await settled(bed, subjectId, 'sent')
  await bed.sql(
    `update notification.mails set status = 'waiting', sent_at = null, lease = gen_random_uuid(),
      next_try_at = clock_timestamp() + interval '60 seconds' where subject_id = $1`,
    [subjectId],
  )
  // Another mail goes through meanwhile: the lane is at work, and leaves the leased one alone.
  const other = await receivedApplication()
  await settled(bed, other.subjectId, 'sent')
  expect(await bed.mailsTo(mail)).toHaveLength(1)

  await bed.sql('update notification.mails set next_try_at = clock_timestamp() where subject_id = $1', [
    subjectId,
  ])
  await settled(bed, subjectId, 'sent')
  const [first, second] = await bed.mailsTo(mail)
  expect(first?.messageId).toBe(second?.messageId)
})

test('F5: a sender whose lease was taken over marks nothing', async () => {
  await settled(bed, (await receivedApplication()).subjectId, 'sent')
  link.hold()
  const { mail, subjectId } = await receivedApplication()
  await eventually(() => expect(link.heldBytes()).toBeGreaterThan(0))
  const other = newId()
  await bed.sql(
    `update notification.mails set lease = $1, next_try_at = clock_timestamp() + interval '1 hour' where subject_id = $2`,
    [other, subjectId],
  )
  link.release()
  await bed.mailTo(mail)
  const next = await receivedApplication()
  await settled(bed, next.subjectId, 'sent')
  expect(await bed.row(subjectId)).toMatchObject({ status: 'waiting', lease: other })
  expect(bed.facts.of(mailSent).filter(fact => fact.subjectId === subjectId)).toEqual([])
  await bed.sql(`update notification.mails set next_try_at = clock_timestamp() where subject_id = $1`, [
    subjectId,
  ])
  await settled(bed, subjectId, 'sent')
})

test('B9, I6: a mail whose every sender died is given up at the third, not tried for ever', async () => {
  const { subjectId } = await receivedApplication()
  await settled(bed, subjectId, 'sent')
  await bed.sql(
    `update notification.mails set status = 'waiting', lease = gen_random_uuid(), unclear = 2,
      next_try_at = clock_timestamp() where subject_id = $1`,
    [subjectId],
  )
  expect(await settled(bed, subjectId, 'failed')).toMatchObject({ last_error: 'no try ended' })
})

test('C: a code that ran out before it could be sent is dropped', async () => {
  const challengeId = newId()
  bed.answers.codes.set(challengeId, refuse('expired'))
  await bed.tell(loginCodeIssued, { challengeId, expiresAt: '2024-11-03T05:05:30.000Z' })
  expect(await settled(bed, challengeId, 'dropped')).toMatchObject({ last_error: 'code expired' })
})

test('H: waits until the lock service has the codes', async () => {
  const { personId, mail } = newcomer(bed)
  const facts = booking(bed, personId, { status: 'approved', number: '123456' })
  await bed.tell(codesReady, { reservationId: facts.reservationId, personId, doors: 1 })
  await eventually(async () =>
    expect(await bed.row(facts.reservationId)).toMatchObject({
      status: 'waiting',
      attempts: 1,
      last_error: 'door codes not ready',
    }),
  )
  bed.answers.doors.set(facts.reservationId, done({ doors: [] }))
  expect((await bed.mailTo(mail)).text).toContain('予約番号：123456')
})

test('I6: a neighbour out of order is asked again later', async () => {
  bed.answers.outOfOrder.add(getLoginCodeMail.subject)
  const { mail, challengeId } = await tellLoginCode(bed, '111222')
  await eventually(async () =>
    expect(await bed.row(challengeId)).toMatchObject({
      attempts: 2,
      status: 'waiting',
      last_error: `${getLoginCodeMail.subject}: fault`,
    }),
  )
  bed.answers.outOfOrder.clear()
  expect((await bed.mailTo(mail)).text).toContain('111222')
})

test(
  'I6, Q12: with the mail server away everything waits, the town goes on, and all is sent once it is back',
  async () => {
    await bed.catcher.stop()
    const waiting = await Promise.all([receivedApplication(), receivedApplication(), receivedApplication()])
    for (const { subjectId } of waiting)
      await eventually(async () => {
        const row = await bed.row(subjectId)
        expect(row).toMatchObject({ status: 'waiting', last_error: expect.stringMatching(/^E[A-Z]+$/) })
      }, LONG_MS)
    await eventually(
      async () =>
        expect(await bed.call(progressOf('notification'), {})).toMatchObject({
          ok: true,
          value: { busy: false },
        }),
      LONG_MS,
    )

    await using back = await startMailCatcher({ smtpPort: smtpPort(), httpPort: 0 })
    for (const { subjectId } of waiting) await settled(bed, subjectId, 'sent')
    const response = await fetch(`${back.httpUrl}/api/mails`)
    const { mails } = Mails.parse(await response.json())
    for (const { mail } of waiting) expect(mails.filter(({ to }) => to.includes(mail))).toHaveLength(1)
  },
  TEST_MS,
)

test('a stop waits a moment for a delivery in progress, then breaks it off and keeps the mail', async () => {
  await using _server = await startMailCatcher({ smtpPort: smtpPort(), httpPort: 0 })
  link.hold()
  const { subjectId } = await receivedApplication()
  await eventually(async () => {
    expect((await bed.row(subjectId)).lease).not.toBeNull()
    expect(link.heldBytes()).toBeGreaterThan(0)
  })
  // The line stays held: a stop that waited for the delivery's own end would never come back.
  await bed.notification[Symbol.asyncDispose]()
  expect(await bed.row(subjectId)).toMatchObject({ status: 'waiting', attempts: 1, lease: null })
})
