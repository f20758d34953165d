import { mkdtemp, rm } from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startMailCatcher } from '@asaichi/servers/mail-catcher/mail-catcher.ts'
import { createLog } from '@asaichi/service/log.ts'
import { startKeypad } from '@asaichi/town/virtual-lock/keypad-server.ts'
import { startVirtualLock } from '@asaichi/town/virtual-lock/virtual-lock.ts'
import nodemailer from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { config } from '../src/config.ts'
import { type ApiBed, LINK_KEY, startApiBed } from './api-bed.ts'

const stack = new AsyncDisposableStack()
let door: ApiBed
beforeAll(async () => {
  const mail = stack.use(await startMailCatcher({ smtpPort: 0, httpPort: 0 }))
  await sendMails(mail.smtpUrl)
  const keypad = await openKeypad()
  // Nothing listens on the port of a server that has ended, and another takes every question and answers none.
  const [gone, silent] = [await unusedPort(), await silentPort()]
  const keypads = [
    { lockId: 'front', name: '玄関', url: `http://127.0.0.1:${keypad}` },
    { lockId: 'gone', name: '裏口', url: `http://127.0.0.1:${gone}` },
    { lockId: 'silent', name: '倉庫', url: `http://127.0.0.1:${silent}` },
  ]
  door = stack.use(await startApiBed({ DEMO_MAIL_URL: mail.httpUrl, DEMO_KEYPADS: JSON.stringify(keypads) }))
})
afterAll(() => stack.disposeAsync())

const press = (lockId: string, json: unknown) =>
  door.send(['POST', `/api/demo/keypads/${lockId}/press`], { json })

describe('the demo’s mailbox', () => {
  test('shows the newest mails to anyone, without their markup', async () => {
    const answer = await door.send(['GET', '/api/demo/mails'])
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'no-store' },
      json: { items: [{ subject: '三通目', to: ['b@example.jp'], text: '本文3' }, {}, {}] },
    })
    expect(answer.text).not.toContain('<p>')
  })

  test('by address, after a mail, and no more than asked for', async () => {
    const subjects = async (query: string) => (await door.send(['GET', `/api/demo/mails?${query}`])).json
    expect(await subjects('to=A@example.jp')).toMatchObject({ items: [{ subject: '二通目' }, {}] })
    expect(await subjects('after=2')).toMatchObject({ items: [{ subject: '三通目' }] })
    expect(await subjects('limit=1')).toMatchObject({ items: [{ subject: '三通目' }] })
    expect(await door.send(['GET', '/api/demo/mails?limit=201'])).toMatchObject({ status: 422 })
  })
})

describe('M27: the demo’s keypads', () => {
  test('are listed by name, and their addresses stay inside', async () => {
    const { json, text } = await door.send(['GET', '/api/demo/keypads'])
    expect(json).toMatchObject({ items: [{ lockId: 'front', name: '玄関' }, {}, {}] })
    expect(text).not.toContain('127.0.0.1')
  })

  test('light after two squares and judge at E', async () => {
    await press('front', { key: 'square' })
    expect(await press('front', { key: 'square' })).toMatchObject({ status: 200, json: { lit: true } })
    for (const key of ['1', '2', '3', '4']) await press('front', { key })
    const state = await door.send(['GET', '/api/demo/keypads/front'])
    expect(state.json).toMatchObject({ doorName: '1階洋室', digitsTyped: 4, locked: true })
    expect((await press('front', { key: 'E' })).json).toMatchObject({
      lit: false,
      lastResult: { status: 'denied', reason: 'unknown' },
    })
  })

  test('take one key at a time, and no other', async () => {
    for (const json of [{ key: '12' }, { key: 'F' }, {}, { key: 'E', offline: true }])
      expect(await press('front', json)).toMatchObject({ status: 422 })
    expect(await press('nowhere', { key: 'E' })).toMatchObject({ status: 404 })
  })

  test.each(['gone', 'silent'])('one that is %s is trouble that passes', async lockId => {
    expect(await press(lockId, { key: 'E' })).toMatchObject({
      status: 503,
      headers: { 'retry-after': '2' },
      json: { code: 'service-unavailable' },
    })
  })

  test('a page of another site presses nothing', async () => {
    const headers = { origin: 'https://evil.example' }
    expect(
      await door.send(['POST', '/api/demo/keypads/front/press'], { json: { key: 'E' }, headers }),
    ).toMatchObject({ status: 403, json: { code: 'cross-site' } })
  })
})

test('a real town has no such routes, and production refuses the settings', async () => {
  const real = await door.another({ TOWN_CLOCK: 'real' })
  for (const where of ['/api/demo/mails', '/api/demo/keypads'])
    expect(await real.send(['GET', where])).toMatchObject({ status: 404 })
  expect((await real.send(['GET', '/api/session'])).json).toEqual({ me: null, demo: false })
  const production = { ...door.bed.nats.envOf('gateway-api'), LINK_KEY, NODE_ENV: 'production' }
  expect(config.safeParse(production)).toMatchObject({ success: true })
  for (const demo of [
    { DEMO_MAIL_URL: 'http://127.0.0.1:8025' },
    { DEMO_KEYPADS: '[{"lockId":"front","name":"玄関","url":"http://127.0.0.1:1"}]' },
  ])
    expect(config.safeParse({ ...production, ...demo }).error?.issues).toMatchObject([
      { path: [Object.keys(demo)[0]], message: 'refused in production' },
    ])
})

async function sendMails(smtpUrl: string): Promise<void> {
  const sender = nodemailer.createTransport(smtpUrl)
  const mails = [
    ['a@example.jp', '一通目', '本文1'],
    ['a@example.jp', '二通目', '本文2'],
    ['b@example.jp', '三通目', '本文3'],
  ] as const
  for (const [to, subject, text] of mails)
    await sender.sendMail({ from: 'city@example.jp', to, subject, text, html: `<p>${text}</p>` })
}

async function openKeypad(): Promise<number> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'asaichi-demo-'))
  stack.defer(() => rm(dataDir, { recursive: true }))
  const lock = stack.use(
    await startVirtualLock({
      lockId: 'front',
      site: 'hall',
      // Nothing listens there: a keypad answers without its gateway.
      mqttUrl: 'mqtt://127.0.0.1:1',
      key: Buffer.alloc(32, 1),
      password: 'none',
      dataDir,
      log: createLog('test', 'silent'),
    }),
  )
  const keypad = stack.use(await startKeypad(lock, { host: '127.0.0.1', port: 0, doorName: '1階洋室' }))
  return keypad.port
}

async function unusedPort(): Promise<number> {
  const server = http.createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

async function silentPort(): Promise<number> {
  const server = http.createServer(() => undefined)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  stack.defer(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}
