import { eventually } from '@asaichi/testkit/eventually.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MAIL_LIMITS, type Mailer, type MailLimits, openMailer } from '../src/mailer.ts'
import { type LateServer, startLateServer } from './late-server.ts'

const SHORT: MailLimits = { greetingMs: 5_000, answerMs: 300, deliveryMs: 5_000 }
const MAIL = {
  messageId: '<b9@asaichi.local>',
  to: { name: '山田 花子', address: 'hanako@example.jp' },
  date: '2024-11-03T05:00:00.000Z',
  language: 'ja',
  subject: '予約が確定しました',
  text: '予約番号：123456',
  html: '<p>予約番号：123456</p>',
  attachments: [],
}

let server: LateServer
const opened: Mailer[] = []
beforeEach(async () => {
  server = await startLateServer()
})
afterEach(async () => {
  for (const mailer of opened.splice(0)) mailer.close({ force: true })
  await server[Symbol.asyncDispose]()
})

function open(limits?: MailLimits): Mailer {
  const mailer = openMailer(
    { SMTP_URL: server.url, MAIL_FROM: { name: 'Asaichi', address: 'no-reply@asaichi.example' } },
    limits,
  )
  opened.push(mailer)
  return mailer
}

test('B9: the patience is that of RFC 5321 4.5.3.2', () => {
  const minute = 60_000
  expect(MAIL_LIMITS.greetingMs).toBeGreaterThanOrEqual(5 * minute)
  expect(MAIL_LIMITS.answerMs).toBeGreaterThanOrEqual(10 * minute)
  expect(MAIL_LIMITS.deliveryMs).toBeGreaterThanOrEqual(5 * 3 * minute + 15 * minute)
})

test('B9: a server that answers the final dot late has taken the mail once', async () => {
  const sent = open().send(MAIL)
  await eventually(() => expect(server.taken()).toBe(1))
  server.answer()
  expect(await sent).toEqual({ status: 'accepted' })
})

test('B9: silence after the final dot may be a copy in the mailbox', async () => {
  expect(await open(SHORT).send(MAIL)).toEqual({ status: 'maybe-taken', error: 'ETIMEDOUT' })
  expect(server.taken()).toBe(1)
})

test('B9: so may a whole delivery that ran out of time there, and one that a stop broke off', async () => {
  const late = await open({ ...SHORT, answerMs: 5_000, deliveryMs: 300 }).send(MAIL)
  expect(late).toEqual({ status: 'maybe-taken', error: expect.any(String) })
  const mailer = open()
  const cut = mailer.send(MAIL)
  await eventually(() => expect(server.taken()).toBe(2))
  mailer.close({ force: true })
  expect(await cut).toEqual({ status: 'maybe-taken', error: expect.any(String) })
})

test('B9: silence before the message went out leaves no copy', async () => {
  server.sleepAtRecipient()
  expect(await open(SHORT).send(MAIL)).toEqual({ status: 'unclear', error: 'ETIMEDOUT' })
  expect(server.taken()).toBe(0)
})
