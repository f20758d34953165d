import { register } from '@asaichi/contract/identity/account.ts'
import { startLogin } from '@asaichi/contract/identity/login.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { WRONG_PER_ACCOUNT_AND_SOURCE } from '../src/domain/limits.ts'
import { charged, type Load } from '../src/domain/pace.ts'
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

test('A15, V3: ten wrong passwords slow down one source for one account, and never the owner elsewhere', async () => {
  const person = await imported(bed)
  const attack = loginOf(person, { source: 'attacker', password: 'guess after guess' })
  for (let round = 0; round < 10; round += 1)
    expect(codeOf(await bed.call(startLogin, attack))).toBe('credentials-wrong')
  expect(await bed.call(startLogin, attack)).toEqual(tooMany(90))
  expect(await bed.call(startLogin, { ...attack, password: person.password })).toEqual(tooMany(90))
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

test('D24: who mistyped ten times waits a minute and a half for the next try, and a try more comes with every further one', async () => {
  await bed.at('2024-11-02T13:00:00.000Z')
  const person = await imported(bed)
  const wrong = loginOf(person, { source: 'forgetful', password: 'was it this one' })
  for (let round = 0; round < 10; round += 1) await bed.call(startLogin, wrong)
  await bed.at('2024-11-02T13:01:29.000Z')
  expect(await bed.call(startLogin, { ...wrong, password: person.password })).toEqual(tooMany(1))
  await bed.at('2024-11-02T13:04:30.000Z')
  for (let round = 0; round < 2; round += 1)
    expect(codeOf(await bed.call(startLogin, wrong))).toBe('credentials-wrong')
  await loggedIn(bed, { ...wrong, password: person.password })
})

test('A14: one password over many numbers is slowed down at its source, and others go on', async () => {
  const person = await imported(bed)
  await spend('wrong-source', 99, 'sprayer')
  const spray = (round: number) => loginOf({ mail: `spray${round}@example.jp` }, { source: 'sprayer' })
  expect(codeOf(await bed.call(startLogin, spray(1)))).toBe('credentials-wrong')
  expect(await bed.call(startLogin, spray(2))).toEqual(tooMany(9))
  expect(await bed.call(startLogin, loginOf(person, { source: 'sprayer' }))).toEqual(tooMany(9))
  await loggedIn(bed, loginOf(person, { source: 'home of one' }))
})

test('A14, V3: a town under attack narrows every source, closes none, and ten typing errors shut no library', async () => {
  const person = await imported(bed)
  await spend('wrong-source', 30, 'suspect')
  await loggedIn(bed, loginOf(person, { source: 'suspect 2' }))
  await spend('wrong-town', 999)
  const lastDrop = loginOf({ mail: 'x@example.jp' }, { source: 'last drop' })
  expect(codeOf(await bed.call(startLogin, lastDrop))).toBe('credentials-wrong')
  expect(await bed.call(startLogin, loginOf(person, { source: 'suspect' }))).toEqual(tooMany(60))
  await spend('wrong-source', 10, 'library')
  await loggedIn(bed, loginOf(person, { source: 'library' }))
})

test('A15: an account that is tried from everywhere is narrowed in each network, and its owner still gets in from a quiet one', async () => {
  const person = await imported(bed)
  await spend('wrong-anywhere', 100, 'mail', person.mail)
  const attack = loginOf(person, { source: 'one of many', password: 'guess after guess' })
  for (let round = 0; round < 3; round += 1)
    expect(codeOf(await bed.call(startLogin, attack))).toBe('credentials-wrong')
  expect(await bed.call(startLogin, attack)).toEqual(tooMany(3_600))
  await loggedIn(bed, loginOf(person, { source: 'home' }))
})

test('V3: a network earns a try with each of its people who gets in, once an hour', async () => {
  const person = await imported(bed)
  await spend('wrong-source', 20, 'carrier')
  const failures = async () => {
    const bucket = createSecrets(bed.config('identity').SECRET_KEY).bucket('wrong-source', 'carrier')
    const [row] = await bed.sql<{ count: number }>('select count from identity.attempts where bucket = $1', [
      bucket,
    ])
    return row?.count
  }
  for (let round = 0; round < 3; round += 1) await loggedIn(bed, loginOf(person, { source: 'carrier' }))
  expect(await failures()).toBe(19)
})

test('V3: the database counts as domain/pace.ts does', async () => {
  const person = await imported(bed)
  const wrong = loginOf(person, { source: 'by turns', password: 'guess after guess' })
  let load: Load | undefined
  // Instants that meet each edge: within one step, on it, over several, and over all.
  for (const second of [
    ...Array.from({ length: 12 }, () => 0),
    89,
    90,
    91,
    179,
    180,
    500,
    501,
    501,
    501,
    501,
    501,
    3_000,
  ]) {
    await bed.at(new Date(Date.parse('2024-11-02T14:00:00.000Z') + second * 1_000).toISOString())
    const step = charged(load, WRONG_PER_ACCOUNT_AND_SOURCE, second)
    const outcome = await bed.call(startLogin, wrong)
    if (step.load) expect(codeOf(outcome), `at ${second}`).toBe('credentials-wrong')
    else expect(outcome, `at ${second}`).toEqual(tooMany(step.waitSeconds))
    load = step.load ?? load
  }
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
