import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { type Issued, newAuthority } from '@asaichi/testkit/authority.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import { type Delivery, type MailRelay, openMailer } from '../src/mailer.ts'

const MAIL = {
  messageId: '<m30@asaichi.local>',
  to: { name: '山田 花子', address: 'hanako@example.jp' },
  date: '2024-11-03T05:00:00.000Z',
  language: 'ja',
  subject: '鍵の番号のお知らせ',
  text: '鍵の番号：123456',
  html: '<p>鍵の番号：123456</p>',
  attachments: [],
}
// Reaches this machine, and is not one of its names: what is sent there counts as sent away.
const AWAY = '0.0.0.0'

test.each([true, false])(
  'a relay is believed when the named authority vouches for it (from the first byte: %s)',
  async secure => {
    const dir = await ownFolder()
    const authority = await newAuthority(dir)
    const relay = await startRelay({ issued: await authority.issue('relay'), secure })
    const stranger = await newAuthority(dir)
    const sent = (SMTP_TLS_CA?: string) => sendBy({ SMTP_URL: relay.url('localhost'), SMTP_TLS_CA })
    expect(await sent(authority.ca)).toEqual({ status: 'accepted' })
    expect(relay.taken).toEqual(['sealed'])
    expect(await sent(stranger.ca)).toMatchObject({ status: 'unclear' })
    expect(await sent()).toMatchObject({ status: 'unclear' })
    expect(relay.taken).toHaveLength(1)
  },
)

test('a relay elsewhere that offers no STARTTLS is given no door code, unless the city says so', async () => {
  const relay = await startRelay({ secure: false })
  expect(await sendBy({ SMTP_URL: relay.url(AWAY) })).toMatchObject({ status: 'unclear' })
  expect(relay.taken).toEqual([])
  expect(await sendBy({ SMTP_URL: relay.url(AWAY), SMTP_TLS: 'offered' })).toEqual({ status: 'accepted' })
  expect(await sendBy({ SMTP_URL: relay.url('127.0.0.1') })).toEqual({ status: 'accepted' })
  expect(relay.taken).toEqual(['in clear', 'in clear'])
})

async function sendBy(relay: Omit<MailRelay, 'MAIL_FROM'>): Promise<Delivery> {
  const mailer = openMailer({ ...relay, MAIL_FROM: { name: 'Asaichi', address: 'no-reply@asaichi.example' } })
  onTestFinished(() => mailer.close({ force: true }))
  return await mailer.send(MAIL)
}

async function startRelay({ issued, secure }: { readonly issued?: Issued; readonly secure: boolean }) {
  const taken: ('sealed' | 'in clear')[] = []
  const server = new SMTPServer({
    secure,
    authOptional: true,
    disableReverseLookup: true,
    ...(issued
      ? { cert: readFileSync(issued.cert), key: readFileSync(issued.key) }
      : { disabledCommands: ['STARTTLS'] }),
    onData: (stream, session, done) => {
      stream.resume().once('end', () => {
        taken.push(session.secure ? 'sealed' : 'in clear')
        done()
      })
    },
  })
  // Who does not believe it hangs up in the middle of the handshake.
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  onTestFinished(() => new Promise<void>(resolve => server.close(() => resolve())))
  // Safe: it listens on a port.
  const { port } = server.server.address() as AddressInfo
  return { taken, url: (host: string) => `${secure ? 'smtps' : 'smtp'}://${host}:${port}` }
}
