import { findSession, finishLogin, logout, startLogin } from '@asaichi/contract/identity/login.ts'
import { cancel } from '@asaichi/contract/reservation/reservation.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ApiBed, startApiBed } from './api-bed.ts'
import { DEVICE_MARK } from './neighbours.ts'
import { APPLICATION } from './route-samples.ts'
import { IDS } from './sample-documents.ts'

let door: ApiBed
let secure: ApiBed
beforeAll(async () => {
  door = await startApiBed({ PUBLIC_URL: 'http://localhost:8080' })
  secure = await door.another({ PUBLIC_URL: 'https://yoyaku.example.jp' })
})
afterAll(() => door[Symbol.asyncDispose]())
beforeEach(() => door.neighbours.forget())

const CODE = { json: { challengeId: IDS.challenge, code: '123456' } }

describe('the cookie', () => {
  test('M9: on https it is __Host-, Secure, HttpOnly, Lax, for the whole site', async () => {
    const { headers, json, text } = await secure.send(['POST', '/api/login/code'], CODE)
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^__Host-session=resident; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
      ),
      `__Host-device=${DEVICE_MARK}; Max-Age=17280000; Path=/; HttpOnly; SameSite=Lax; Secure`,
    ])
    expect(json).toMatchObject({ personId: IDS.resident, name: '試験 花子' })
    expect(text).not.toContain('token')
  })

  test('on loopback without TLS it has its plain name and no Secure', async () => {
    const { headers } = await door.send(['POST', '/api/login/code'], CODE)
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(/^session=resident; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/),
      `device=${DEVICE_MARK}; Max-Age=17280000; Path=/; HttpOnly; SameSite=Lax`,
    ])
  })

  test('M6: who does not stay logged in has a cookie that ends with the browser', async () => {
    const { headers } = await door.send(['POST', '/api/login/code'], { json: { ...CODE.json, stay: false } })
    expect(headers['set-cookie']).toEqual(['session=resident; Path=/; HttpOnly; SameSite=Lax'])
  })

  test('A21: a cookie the client brought is never taken over', async () => {
    const { headers } = await door.send(['POST', '/api/login/code'], { ...CODE, cookie: 'session=attacker' })
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(/^session=resident;/),
      expect.stringMatching(/^device=/),
    ])
  })

  test('V3: the mark of the device goes along with both steps of a login, and outlives the session', async () => {
    const cookie = `session=resident; device=${DEVICE_MARK}`
    const login = { login: { kind: 'mail', mail: 'a@example.jp' }, password: 'right' }
    await door.send(['POST', '/api/cities/mitaka/login'], { json: login, cookie })
    await door.send(['POST', '/api/login/code'], { ...CODE, cookie })
    expect(door.neighbours.inputsOf(startLogin)).toMatchObject([{ device: DEVICE_MARK }])
    expect(door.neighbours.inputsOf(finishLogin)).toMatchObject([{ device: DEVICE_MARK }])
    const { headers, text } = await door.send(['POST', '/api/logout'], { json: {}, cookie })
    expect(headers['set-cookie']).toHaveLength(1)
    expect(text).not.toContain(DEVICE_MARK)
  })

  test.each([
    ['forged', 'session=forged'],
    ['empty', 'session='],
    ['too long', `session=${'x'.repeat(500)}`],
    ['with strange bytes', 'session=a"b'],
    ['A23: twice', 'session=resident; session=resident'],
    ['A23: twice, the true one last', 'session=forged; session=resident'],
    ['of another name', '__Host-session=resident; Session=resident; xsession=resident'],
  ])('a session cookie that is %s is 401 and names a scheme', async (_, cookie) => {
    expect(await door.send(['GET', '/api/me'], { cookie })).toMatchObject({
      status: 401,
      json: { code: 'no-session' },
      headers: { 'www-authenticate': 'Cookie' },
    })
  })

  test('A23: on https only __Host- counts, whatever a sibling domain has set', async () => {
    expect(await secure.send(['GET', '/api/me'], { cookie: 'session=admin' })).toMatchObject({ status: 401 })
    const cookie = 'session=admin; __Host-session=resident'
    expect((await secure.send(['GET', '/api/me'], { cookie })).json).toMatchObject({ role: 'resident' })
  })
})

describe('the session', () => {
  const path = `/api/reservations/${IDS.reservation}/cancel`

  test('S1: a page may ask who is here without being refused', async () => {
    expect((await door.send(['GET', '/api/session'])).json).toEqual({ me: null, demo: true })
    expect((await door.send(['GET', '/api/session'], { cookie: 'session=forged' })).json).toEqual({
      me: null,
      demo: true,
    })
    const { json } = await door.send(['GET', '/api/session'], { as: 'resident' })
    expect(json).toMatchObject({ me: { role: 'resident' } })
    expect(json).not.toHaveProperty('me.sessionId')
  })

  test('is looked up once, and again after its own logout', async () => {
    const fresh = await door.another({})
    const me = () => fresh.send(['GET', '/api/me'], { as: 'stranger' })
    await me()
    await me()
    expect(door.neighbours.inputsOf(findSession)).toMatchObject([{ token: 'stranger' }])
    const { headers } = await fresh.send(['POST', '/api/logout'], { as: 'stranger', json: {} })
    expect(headers['set-cookie']).toEqual(['session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax'])
    expect(door.neighbours.inputsOf(logout)).toEqual([{ token: 'stranger' }])
    await me()
    expect(door.neighbours.inputsOf(findSession)).toHaveLength(2)
  })

  test('D23: a read that the page makes by itself does not use it, and what it brought is not enough for a person', async () => {
    const fresh = await door.another({})
    const me = (headers = {}) => fresh.send(['GET', '/api/staff/doors'], { as: 'staffElsewhere', headers })
    const asked = () => door.neighbours.inputsOf(findSession).map(({ isBackground }) => isBackground)
    await me({ 'x-background': '1' })
    await me({ 'x-background': '1' })
    expect(asked()).toEqual([true])
    await me()
    expect(asked()).toEqual([true, false])
    await me({ 'x-background': '1' })
    expect(asked()).toEqual([true, false])
  })

  test('D23: residents’ pages do not say what they ask by themselves: their reads use a resident’s session alone', async () => {
    const fresh = await door.another({})
    const me = (as: 'resident' | 'staffElsewhere') => fresh.send(['GET', '/api/me'], { as })
    const asked = () => door.neighbours.inputsOf(findSession).map(({ isBackground }) => isBackground)
    await me('resident')
    await fresh.send(['POST', path], { as: 'resident', json: {} })
    expect(asked()).toEqual([true])
    await me('staffElsewhere')
    await fresh.send(['GET', '/api/staff/doors'], { as: 'staffElsewhere' })
    expect(asked()).toEqual([true, true, false])
  })

  test('D23: a write is a person’s, whatever it says', async () => {
    const fresh = await door.another({})
    const headers = { 'x-background': '1' }
    await fresh.send(['POST', '/api/staff/people/names'], {
      as: 'staffElsewhere',
      json: { personIds: [IDS.resident] },
      headers,
    })
    expect(door.neighbours.inputsOf(findSession)).toMatchObject([{ isBackground: false }])
  })

  test('is looked up again when the town’s clock has moved', async () => {
    const fresh = await door.another({})
    const me = () => fresh.send(['GET', '/api/me'], { as: 'staff' })
    await me()
    await door.bed.clock.moveTo('2030-01-01T00:00:00.000Z', { hold: true })
    await expect.poll(async () => (await fresh.send(['GET', '/api/time'])).text).toContain('2030-01-01')
    await me()
    expect(door.neighbours.inputsOf(findSession)).toHaveLength(2)
  })

  test('a logout without one is no error, and asks nobody', async () => {
    expect(await door.send(['POST', '/api/logout'], { json: {} })).toMatchObject({ status: 200 })
    expect(door.neighbours.asked()).toEqual([])
  })
})

describe('B3b: a page that shows another person', () => {
  const path = `/api/reservations/${IDS.reservation}/cancel`
  const write = (headers: Readonly<Record<string, string>>) =>
    door.send(['POST', path], { as: 'resident', json: {}, headers })

  test('is refused its writes, and no service is asked', async () => {
    expect(await write({ 'x-person': IDS.stranger })).toMatchObject({
      status: 409,
      json: { code: 'other-person' },
    })
    expect(door.neighbours.inputsOf(cancel)).toEqual([])
  })

  test('is refused its press at seven as well', async () => {
    const answer = await door.send(['POST', '/api/reservations'], {
      as: 'resident',
      json: APPLICATION,
      headers: { 'x-person': IDS.stranger, 'idempotency-key': 'press-of-another' },
    })
    expect(answer).toMatchObject({ status: 409, json: { code: 'other-person' } })
  })

  test('may read, and log out', async () => {
    const headers = { 'x-person': IDS.stranger }
    expect(await door.send(['GET', '/api/me'], { as: 'resident', headers })).toMatchObject({ status: 200 })
    const fresh = await door.another({})
    expect(await fresh.send(['POST', '/api/logout'], { as: 'resident', json: {}, headers })).toMatchObject({
      status: 200,
    })
  })

  test.each([
    ['that shows who is logged in', { 'x-person': IDS.resident }],
    ['of a program that says nobody', {}],
  ])('but not a write %s', async (_, headers) => {
    expect(await write(headers)).toMatchObject({ status: 200 })
  })

  test('a session that is over is told as that', async () => {
    const headers = { 'x-person': IDS.stranger }
    expect(await door.send(['POST', path], { json: {}, headers })).toMatchObject({ status: 401 })
  })

  test('the header stands in the OpenAPI of every write with a session, and is asked of nobody', async () => {
    const { json } = await door.send(['GET', '/openapi.json'])
    expect(json).toMatchObject({
      paths: {
        '/api/reservations': {
          post: {
            parameters: expect.arrayContaining([
              expect.objectContaining({ name: 'x-person', in: 'header', required: false }),
            ]),
          },
        },
      },
    })
  })
})

describe('A24: writes from elsewhere', () => {
  const path = `/api/reservations/${IDS.reservation}/cancel`
  const write = (at: ApiBed, headers: Readonly<Record<string, string>>) =>
    at.send(['POST', path], { as: 'resident', json: {}, headers })

  test.each([
    ['Origin of another site', { origin: 'https://evil.example' }],
    ['Origin null', { origin: 'null' }],
    ['Origin of a sibling', { origin: 'https://other.example.jp' }],
    ['Origin with our name as a prefix', { origin: 'https://yoyaku.example.jp.evil.example' }],
    ['Origin without TLS', { origin: 'http://yoyaku.example.jp' }],
    ['Origin of another port', { origin: 'https://yoyaku.example.jp:8443' }],
    ['cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['same-site', { 'sec-fetch-site': 'same-site' }],
    [
      'cross-site with our own Origin',
      { origin: 'https://yoyaku.example.jp', 'sec-fetch-site': 'cross-site' },
    ],
    [
      'another Origin that claims to be ours',
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    ],
    ['another Origin and Host', { origin: 'https://evil.example', host: 'evil.example' }],
  ])('%s is 403 cross-site and changes nothing', async (_, headers) => {
    expect(await write(secure, headers)).toMatchObject({ status: 403, json: { code: 'cross-site' } })
    expect(door.neighbours.asked()).toEqual([])
  })

  test('a form of another site is refused before its media type is looked at', async () => {
    const headers = { origin: 'https://evil.example', 'content-type': 'text/plain' }
    expect(await secure.send(['POST', path], { as: 'resident', body: '{}', headers })).toMatchObject({
      status: 403,
    })
    expect(await secure.send(['POST', path], { as: 'resident', body: '{}' })).toMatchObject({ status: 415 })
    expect(door.neighbours.inputsOf(cancel)).toEqual([])
  })

  test.each([
    ['our own page', { origin: 'https://yoyaku.example.jp', 'sec-fetch-site': 'same-origin' }],
    ['an older browser', { origin: 'https://yoyaku.example.jp' }],
    ['a program', {}],
  ])('%s may write', async (_, headers) => {
    expect(await write(secure, headers)).toMatchObject({ status: 200 })
  })

  test('on loopback, localhost and 127.0.0.1 are one, another port is not', async () => {
    expect(await write(door, { origin: 'http://127.0.0.1:8080' })).toMatchObject({ status: 200 })
    expect(await write(door, { origin: 'http://localhost:8080' })).toMatchObject({ status: 200 })
    expect(await write(door, { origin: 'http://localhost:8025' })).toMatchObject({ status: 403 })
  })

  test('writes without a session are held to the same', async () => {
    const headers = { origin: 'https://evil.example' }
    for (const route of ['/api/login/code', '/api/logout', '/api/registrations/confirm'])
      expect(await secure.send(['POST', route], { json: {}, headers })).toMatchObject({ status: 403 })
  })
})
