import { register } from '@asaichi/contract/identity/account.ts'
import { startLogin } from '@asaichi/contract/identity/login.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { createSecrets } from '../src/secrets.ts'
import { imported, loggedIn, loginOf, newcomer, startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())

const tooMany = (retryAfterSeconds: number) => ({
  ok: false,
  refusal: { code: 'too-many-attempts', detail: { retryAfterSeconds } },
})

/** As if so many attempts had been made just now. */
async function spend(kind: string, count: number, ...parts: readonly string[]): Promise<void> {
  const bucket = createSecrets(bed.config('identity').SECRET_KEY).bucket(kind, ...parts)
  await bed.sql(
    `insert into identity.attempts (bucket, window_start, count) values ($1, town_now(), $2)
     on conflict (bucket) do update set window_start = town_now(), count = $2`,
    [bucket, count],
  )
}

test('A15, V3: ten wrong passwords throttle one source for one account, and never the owner elsewhere', async () => {
  const person = await imported(bed)
  const attack = loginOf(person, { source: 'attacker', password: 'guess after guess' })
  for (let round = 0; round < 10; round += 1)
    expect(codeOf(await bed.call(startLogin, attack))).toBe('credentials-wrong')
  expect(await bed.call(startLogin, attack)).toEqual(tooMany(900))
  expect(await bed.call(startLogin, { ...attack, password: person.password })).toEqual(tooMany(900))
  await loggedIn(bed, loginOf(person, { source: 'home' }))
  const neighbour = await imported(bed)
  await loggedIn(bed, loginOf(neighbour, { source: 'attacker' }))
})

test('V3: guesses that race are counted before they are looked at', async () => {
  const person = await imported(bed)
  const attack = loginOf(person, { source: 'racer', password: 'guess after guess' })
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => bed.call(startLogin, attack)))
  expect(outcomes.map(codeOf).filter(code => code === 'credentials-wrong')).toHaveLength(10)
  expect(outcomes.map(codeOf).filter(code => code === 'too-many-attempts')).toHaveLength(20)
})

test('D24: right passwords cost nothing', async () => {
  const person = await imported(bed)
  const login = loginOf(person, { source: 'library' })
  for (let round = 0; round < 14; round += 1) await loggedIn(bed, login)
})

test('D24: a throttle ends by itself when its window has passed', async () => {
  await bed.at('2024-11-02T13:00:00.000Z')
  const person = await imported(bed)
  const source = 'forgetful'
  for (let round = 0; round < 10; round += 1)
    await bed.call(startLogin, loginOf(person, { source, password: 'was it this one' }))
  await bed.at('2024-11-02T13:14:59.000Z')
  expect(await bed.call(startLogin, loginOf(person, { source }))).toEqual(tooMany(1))
  await bed.at('2024-11-02T13:15:00.000Z')
  await loggedIn(bed, loginOf(person, { source }))
})

test('A14: one password over many numbers is stopped at its source, and others go on', async () => {
  const person = await imported(bed)
  await spend('wrong-source', 99, 'sprayer')
  const spray = (round: number) => loginOf({ mail: `spray${round}@example.jp` }, { source: 'sprayer' })
  expect(codeOf(await bed.call(startLogin, spray(1)))).toBe('credentials-wrong')
  expect(await bed.call(startLogin, spray(2))).toEqual(tooMany(900))
  expect(await bed.call(startLogin, loginOf(person, { source: 'sprayer' }))).toEqual(tooMany(900))
  await loggedIn(bed, loginOf(person, { source: 'home of one' }))
})

test('A14, V3: a town under attack narrows every source and closes none', async () => {
  const person = await imported(bed)
  await spend('wrong-source', 10, 'suspect')
  await loggedIn(bed, loginOf(person, { source: 'suspect 2' }))
  await spend('wrong-town', 999)
  expect(codeOf(await bed.call(startLogin, loginOf({ mail: 'x@example.jp' }, { source: 'last drop' })))).toBe(
    'credentials-wrong',
  )
  expect(await bed.call(startLogin, loginOf(person, { source: 'suspect' }))).toEqual(tooMany(900))
  await loggedIn(bed, loginOf(person, { source: 'never seen before' }))
})

test('A8: a hundred registrations an hour from one network, others unaffected', async () => {
  await spend('register-source', 99, 'school')
  expect(codeOf(await bed.call(register, newcomer({ source: 'school' })))).toBe('done')
  expect(await bed.call(register, newcomer({ source: 'school' }))).toEqual(tooMany(3_600))
  expect(codeOf(await bed.call(register, newcomer({ source: 'home' })))).toBe('done')
})

test('what was counted is not kept: no network and no login name in the table, and nothing after a day', async () => {
  const person = await imported(bed)
  await bed.call(startLogin, loginOf(person, { source: '192.0.2.0/24', password: 'wrong words here' }))
  const rows = JSON.stringify(await bed.sql('select * from identity.attempts'))
  expect(rows).not.toContain('192.0.2')
  expect(rows).not.toContain(person.mail)
  await bed.at('2024-11-04T18:00:00.001Z')
  expect(await bed.sql('select 1 from identity.attempts')).toEqual([])
})
