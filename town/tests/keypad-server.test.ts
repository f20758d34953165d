import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog } from '@asaichi/service/log.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type KeypadServer, startKeypad } from '../src/virtual-lock/keypad-server.ts'
import { startVirtualLock, type VirtualLock } from '../src/virtual-lock/virtual-lock.ts'

let folder: string
let lock: VirtualLock
let keypad: KeypadServer
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'virtual-lock-'))
  lock = await startVirtualLock({
    lockId: 'hall-room-1',
    site: 'hall',
    // Nothing listens there: a keypad answers without its gateway.
    mqttUrl: 'mqtt://127.0.0.1:1',
    key: Buffer.alloc(32, 1),
    password: 'none',
    dataDir: folder,
    log: createLog('test', 'silent'),
  })
  keypad = await startKeypad(lock, { host: '127.0.0.1', port: 0, doorName: '1階洋室' })
})
afterEach(async () => {
  await keypad[Symbol.asyncDispose]()
  await lock[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

function ask(path: string, body?: string): Promise<Response> {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: body ?? '' }
  return fetch(`http://127.0.0.1:${keypad.port}${path}`, body === undefined ? {} : post)
}
function pressKey(key: string): Promise<Response> {
  return ask('/keypad/press', JSON.stringify({ key }))
}

test('M27: pressed over HTTP, the keypad lights after two squares and judges at E', async () => {
  expect(await (await ask('/state')).json()).toMatchObject({
    lockId: 'hall-room-1',
    doorName: '1階洋室',
    locked: true,
    lit: false,
    lastResult: null,
    online: false,
  })
  await pressKey('square')
  expect(await (await pressKey('square')).json()).toMatchObject({ lit: true, digitsTyped: 0 })
  for (const key of ['1', '2', '3', '4']) await pressKey(key)
  expect(await (await ask('/state')).json()).toMatchObject({ digitsTyped: 4 })
  expect(await (await pressKey('E')).json()).toMatchObject({
    locked: true,
    lit: false,
    lastResult: { status: 'denied', reason: 'unknown' },
  })
})

test('the state never shows digits', async () => {
  for (const key of ['square', 'square', '4', '8', '2', '1']) await pressKey(key)
  expect(await (await ask('/state')).text()).not.toContain('4821')
})

describe('malformed requests are refused and press nothing', () => {
  test.each([
    ['/keypad/press', '{"key":"F"}', 400],
    ['/keypad/press', '{"key":1}', 400],
    ['/keypad/press', '{"key":"1","times":2}', 400],
    ['/keypad/press', '{', 400],
    ['/keypad/press', 'null', 400],
    ['/keypad/press', `{"key":"${'1'.repeat(1_100)}"}`, 413],
    ['/switches', '{"offline":"yes"}', 400],
    ['/switches', '{"open":true}', 400],
    ['/keypad/enter', '{"code":"1234"}', 404],
  ])('POST %s %s: %i', async (path, body, status) => {
    expect((await ask(path, body)).status).toBe(status)
    expect(lock.state()).toMatchObject({ lit: false, digitsTyped: 0, lastResult: null })
  })
})

test('the page is Japanese, names every key and loads nothing from elsewhere', async () => {
  const page = await ask('/')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  const html = await page.text()
  expect(html).toContain('lang="ja"')
  expect(html.match(/data-key="/g)).toHaveLength(12)
  expect(html).toMatch(/aria-live="assertive"/)
  const types = await Promise.all(
    ['/page.css', '/page.js'].map(async path => (await ask(path)).headers.get('content-type')),
  )
  expect(types).toEqual(['text/css; charset=utf-8', 'text/javascript; charset=utf-8'])
})
