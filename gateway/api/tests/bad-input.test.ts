import { register } from '@asaichi/contract/identity/account.ts'
import { finishLogin, startLogin } from '@asaichi/contract/identity/login.ts'
import { apply } from '@asaichi/contract/reservation/reservation.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ApiBed, startApiBed } from './api-bed.ts'
import { APPLICATION, REGISTRATION, SAMPLES } from './route-samples.ts'
import { IDS } from './sample-documents.ts'

let door: ApiBed
beforeAll(async () => {
  door = await startApiBed()
})
afterAll(() => door[Symbol.asyncDispose]())
beforeEach(() => door.neighbours.forget())

const KEY = { 'idempotency-key': 'press-bad-input' }
const JSON_TYPE = { 'content-type': 'application/json' }
const CANARY = 'zz-canary-zz'

function applyWith(differences: object, key = KEY['idempotency-key']) {
  const json = { ...APPLICATION, ...differences }
  return door.send(['POST', '/api/reservations'], {
    as: 'resident',
    json,
    headers: { 'idempotency-key': key },
  })
}

function registerWith(differences: object) {
  return door.send(['POST', '/api/cities/mitaka/registrations'], {
    json: { ...REGISTRATION, ...differences },
  })
}

function confirmWith(sending: object) {
  return door.send(['POST', '/api/registrations/confirm'], sending)
}

describe('the body', () => {
  test.each([
    ['half an object', '{"token": "right"'],
    ['no JSON', 'token=right'],
    ['two values', '{}{}'],
    ['bytes that are not UTF-8', Buffer.from('7b22746f6b656e223a22ff227d', 'hex')],
  ])('%s is 400 json-malformed and asks nobody', async (_, body) => {
    const answer = await confirmWith({ body, headers: JSON_TYPE })
    expect(answer).toMatchObject({ status: 400, json: { code: 'json-malformed', status: 400 } })
    expect(door.neighbours.asked()).toEqual([])
  })

  test.each(['null', '[]', '"text"', '7', ''])('JSON that is no object (%j) is 422', async body => {
    expect(await confirmWith({ body, headers: JSON_TYPE })).toMatchObject({
      status: 422,
      json: { code: 'input-not-valid' },
    })
  })

  test('A12: a body of 1 MB is 413 before it is read, with a length and without one', async () => {
    const body = JSON.stringify({ token: 'x'.repeat(1024 * 1024) })
    const known = await confirmWith({ body, headers: JSON_TYPE })
    expect(known).toMatchObject({ status: 413, json: { code: 'body-too-large' } })
    const length = body.length.toString(16)
    const chunked = await door.sendRaw(
      `POST /api/registrations/confirm HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n` +
        `transfer-encoding: chunked\r\n\r\n${length}\r\n${body}\r\n0\r\n\r\n`,
    )
    expect(chunked).toMatch(/^HTTP\/1.1 413 [^]*body-too-large/)
    expect(door.neighbours.asked()).toEqual([])
  })

  test('a body of exactly 64 KB is read', async () => {
    const frame = JSON.stringify({ token: '' }).length
    const body = JSON.stringify({ token: 'x'.repeat(64 * 1024 - frame) })
    expect(await confirmWith({ body, headers: JSON_TYPE })).toMatchObject({ status: 422 })
    expect(await confirmWith({ body: `${body} `, headers: JSON_TYPE })).toMatchObject({ status: 413 })
  })

  test.each([
    ['none', {}],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', { 'content-type': 'text/plain' }],
    ['multipart', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['a lookalike', { 'content-type': 'application/jsonx' }],
    ['JSON inside a parameter', { 'content-type': 'text/plain; application/json' }],
  ])('media type %s is 415 on every write', async (_, headers) => {
    for (const [name, { path }] of Object.entries(SAMPLES)) {
      const [method = '', template = ''] = name.split(' ')
      if (method === 'GET') continue
      const answer = await door.send([method, path ?? template], { body: '{}', as: 'admin', headers })
      expect([name, answer.status]).toEqual([name, 415])
    }
    expect(door.neighbours.asked()).toEqual([])
  })

  test('a media type with a charset is JSON too; a compressed body is not read (A91)', async () => {
    const body = '{"token":"right"}'
    const charset = { 'content-type': 'Application/JSON; charset=utf-8' }
    expect(await confirmWith({ body, headers: charset })).toMatchObject({ status: 200 })
    expect(await confirmWith({ body, headers: { ...JSON_TYPE, 'content-encoding': 'gzip' } })).toMatchObject({
      status: 415,
      json: { code: 'content-encoding-not-supported' },
    })
  })

  test('A91: prototypes and deep nesting are refused like any other unknown thing', async () => {
    const poisoned = '{"token":"right","__proto__":{"role":"admin"}}'
    expect(await confirmWith({ body: poisoned, headers: JSON_TYPE })).toMatchObject({ status: 422 })
    const deep = `{"token":${'['.repeat(10_000)}${']'.repeat(10_000)}}`
    expect(await confirmWith({ body: deep, headers: JSON_TYPE })).toMatchObject({ status: 422 })
    expect(door.neighbours.asked()).toEqual([])
  })
})

describe('fields', () => {
  test.each([
    ['an unknown one', { colour: CANARY }, 'colour'],
    ['A11: the actor', { actor: { role: 'admin' } }, 'actor'],
    ['A11: the person', { personId: IDS.stranger }, 'personId'],
    ['a date that does not exist', { date: '2025-02-30' }, 'date'],
    ['a date in another form', { date: `2024/12/01${CANARY}` }, 'date'],
    ['people 10.5', { people: 10.5 }, 'people'],
    ['people as text', { people: '10' }, 'people'],
    ['A54: people in full width', { people: '１０' }, 'people'],
    ['people beyond all numbers', { people: 1e300 }, 'people'],
    ['a time of day that does not exist', { from: '25:00' }, 'from'],
    ['a missing field', { note: undefined }, 'note'],
    ['an empty name', { eventName: '   ' }, 'eventName'],
    ['a name too long', { eventName: CANARY.repeat(10) }, 'eventName'],
    ['A4: a control character', { eventName: `祭\u0000${CANARY}` }, 'eventName'],
    ['A4: a change of direction', { eventName: `\u202e${CANARY}` }, 'eventName'],
    ['a boolean as text', { paidEvent: 'false' }, 'paidEvent'],
    ['an id that is none', { listingId: `../${CANARY}` }, 'listingId'],
    ['an object for text', { note: { $ne: CANARY } }, 'note'],
  ])('%s is 422 naming the field, and nobody is asked', async (_, differences, path) => {
    const answer = await applyWith(differences)
    expect(answer).toMatchObject({ status: 422, json: { code: 'input-not-valid', errors: [{ path }] } })
    expect(answer.text).not.toContain(CANARY)
    expect(door.neighbours.inputsOf(apply)).toEqual([])
  })

  test('strictness goes all the way down', async () => {
    const login = { kind: 'mail', mail: 'a@example.jp', role: 'admin' }
    const answers = [
      await door.send(['POST', '/api/cities/mitaka/login'], { json: { login, password: 'p' } }),
      await door.send(['POST', `/api/staff/applicants/${IDS.resident}/approve`], {
        as: 'staff',
        json: { expectedVersion: 1, contact: { by: 'phone', at: 'yesterday' } },
      }),
      await door.send(['POST', '/api/demo/clock'], { as: 'admin', json: { advanceMs: 1, now: 'x' } }),
    ]
    expect(answers.map(answer => answer.status)).toEqual([422, 422, 422])
    expect(door.neighbours.inputsOf(startLogin)).toEqual([])
  })

  test.each([
    ['A2: a header in the mail address', { mail: 'a@example.jp\r\nBcc: all@example.jp' }],
    ['A3: two addresses', { mail: 'a@example.jp,b@example.jp' }],
    ['A3: a list of addresses', { mail: ['a@example.jp'] }],
    ['A5: a leap day of a common year', { birthDate: '2023-02-29' }],
    ['A11: a role', { role: 'admin' }],
    ['A11: a member number', { memberNumber: '0000001' }],
    ['the city', { cityId: 'sapporo' }],
    ['the source', { source: '10.0.0.0/24' }],
    ['A12: a password of 129 characters', { password: 'x'.repeat(129) }],
  ])('registration with %s is 422', async (_, differences) => {
    expect(await registerWith(differences)).toMatchObject({
      status: 422,
      json: { errors: [{ path: Object.keys(differences)[0] }] },
    })
    expect(door.neighbours.inputsOf(register)).toEqual([])
  })

  test('A4, A12: rare letters and a long passphrase go through, names in NFC, the password as it is', async () => {
    const password = `${'か\u3099 '.repeat(40)}end`
    expect(await registerWith({ name: ' 𠮷田 か\u3099 😀 ', password })).toMatchObject({
      status: 202,
      json: {},
    })
    expect(door.neighbours.inputsOf(register)).toMatchObject([
      { name: '𠮷田 が 😀', password, cityId: 'mitaka', source: '127.0.0.0/24' },
    ])
  })

  test('H14, A46: NUL and half a surrogate pair are refused in every body and query, and asked of nobody', async () => {
    for (const text of ['a\u0000b', 'a\ud800b'])
      expect(await confirmWith({ json: { token: text } })).toMatchObject({
        status: 422,
        json: { errors: [{ path: 'token' }] },
      })
    expect(await door.send(['GET', '/api/cities/mitaka/venues?text=%00'])).toMatchObject({
      status: 422,
      json: { errors: [{ path: 'text' }] },
    })
    expect(door.neighbours.asked()).toEqual([])
  })

  test('H14: nonsense in any field of any write is a 4xx or is passed on, never a 5xx', async () => {
    const nonsense = [null, [], {}, '', -1, 1e308, true, 'x'.repeat(5_000), '\u0000', '{"a":1}', ['a', {}]]
    for (const [name, sample] of Object.entries(SAMPLES)) {
      const [method = '', template = ''] = name.split(' ')
      const { json } = sample
      if (typeof json !== 'object' || json === null) continue
      for (const field of [...Object.keys(json), 'unknown'])
        for (const value of nonsense) {
          const answer = await door.send([method, sample.path ?? template], {
            as: 'admin',
            json: { ...json, [field]: value },
            ...(sample.headers && { headers: sample.headers }),
          })
          expect([name, field, value, answer.status < 500]).toEqual([name, field, value, true])
        }
    }
  })
})

describe('full-width digits (A16)', () => {
  async function loginAs(memberNumber: string) {
    const json = { login: { kind: 'member-number', memberNumber }, password: 'correct horse' }
    return door.send(['POST', '/api/cities/mitaka/login'], { json })
  }

  test('a member number in full width or with spaces around is read', async () => {
    expect(await loginAs('１２３４５６７')).toMatchObject({ status: 202 })
    expect(await loginAs(' 1234567 ')).toMatchObject({ status: 202 })
    expect(door.neighbours.inputsOf(startLogin).map(({ login }) => login)).toEqual([
      { kind: 'member-number', memberNumber: '1234567' },
      { kind: 'member-number', memberNumber: '1234567' },
    ])
  })

  test.each(['12345678', '1e6', '-1', '123 4567', 'いろは', ''])(
    'the number %j, which no member has, is answered like one nobody has',
    async memberNumber => {
      const unknown = await door.send(['POST', '/api/cities/mitaka/login'], {
        json: { login: { kind: 'member-number', memberNumber: '7654321' }, password: 'wrong' },
      })
      const { instance: _, ...expected } = Object(unknown.json)
      expect(await loginAs(memberNumber)).toMatchObject({ status: 401, json: expected })
    },
  )

  test('a login code in full width is read; one that grows when normalised is not passed on', async () => {
    const sendCode = (code: string) =>
      door.send(['POST', '/api/login/code'], { json: { challengeId: IDS.challenge, code } })
    expect(await sendCode('１２３ ４５６'.replace(' ', ''))).toMatchObject({ status: 200 })
    expect(await sendCode('ﷺ'.repeat(20))).toMatchObject({ status: 422 })
    expect(door.neighbours.inputsOf(finishLogin)).toMatchObject([{ code: '123456' }])
  })
})

describe('the Idempotency-Key (A50)', () => {
  const press = (headers: Readonly<Record<string, string>>) =>
    door.send(['POST', '/api/reservations'], { as: 'resident', json: APPLICATION, headers })

  test('no key is 400 idempotency-key-missing', async () => {
    expect(await press({})).toMatchObject({ status: 400, json: { code: 'idempotency-key-missing' } })
  })

  test.each(['short', 'x'.repeat(300), 'with space', 'caf\u00e9-caf\u00e9'])(
    'the key %j is 400',
    async key => {
      expect(await press({ 'idempotency-key': key })).toMatchObject({
        status: 400,
        json: { code: 'idempotency-key-not-valid' },
      })
      expect(door.neighbours.inputsOf(apply)).toEqual([])
    },
  )

  test('the same key again is the same 201; with another body 422', async () => {
    const first = await applyWith({}, 'press-again-1')
    expect(first).toMatchObject({
      status: 201,
      headers: { location: `/api/reservations/${IDS.reservation}` },
    })
    expect((await applyWith({}, 'press-again-1')).json).toEqual(first.json)
    expect(await applyWith({ people: 6 }, 'press-again-1')).toMatchObject({
      status: 422,
      json: { code: 'key-used-differently' },
    })
  })
})
