import { finishLogin, loginCodeIssued, startLogin } from '@asaichi/contract/identity/login.ts'
import { getLoginCodeMail } from '@asaichi/contract/identity/mail-facts.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import {
  challenged,
  confirmed,
  imported,
  loggedIn,
  loginOf,
  otherCode,
  PASSWORD,
  startIdentityBed,
} from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())

// On a busy machine some of a crowd are told to come back (D23), and do.
async function startedLogin(person: Parameters<typeof loginOf>[0]) {
  for (;;) {
    const outcome = await bed.call(startLogin, loginOf(person), { deadlineMs: 60_000 })
    if (codeOf(outcome) !== 'password-work-full') return outcome
  }
}

const finish = (challengeId: string, code: string) => bed.call(finishLogin, { challengeId, code })

test('S3, M9: Mitaka logs in with mail, password and the mailed code', async () => {
  const person = await confirmed(bed)
  const challenge = valueOf(await bed.call(startLogin, loginOf(person)))
  expect(challenge.expiresAt).toBe('2024-11-02T12:03:00.000Z')
  const { challengeId } = challenge
  await bed.facts.waitFor(loginCodeIssued, fact => fact.challengeId === challengeId)
  const mail = valueOf(await bed.call(getLoginCodeMail, { challengeId }))
  expect(mail).toMatchObject({ cityId: 'mitaka', name: person.name, mail: person.mail, language: 'ja' })
  expect(mail.code).toMatch(/^\d{6}$/)
  const { token, session } = valueOf(await finish(challengeId, mail.code))
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(session).toMatchObject({
    role: 'resident',
    cityId: 'mitaka',
    name: person.name,
    memberNumber: person.memberNumber,
    expiresAt: '2024-11-03T00:00:00.000Z',
  })
})

test('S3: Sapporo logs in with the member number, its staff as staff', async () => {
  const staff = await imported(bed, { cityId: 'sapporo', role: 'staff' })
  const login = { kind: 'member-number' as const, memberNumber: staff.memberNumber }
  const { session } = await loggedIn(bed, loginOf(staff, { cityId: 'sapporo', login }))
  expect(session).toMatchObject({ role: 'staff', cityId: 'sapporo', personId: staff.personId })
})

test('a role belongs to a city: staff of Sapporo are residents of Mitaka', async () => {
  const staff = await imported(bed, { cityId: 'sapporo', role: 'staff' })
  const { session } = await loggedIn(bed, loginOf(staff))
  expect(session).toMatchObject({ role: 'resident', cityId: 'mitaka' })
})

test('S8: an imported password of the old rule logs in and is marked', async () => {
  const person = await imported(bed, { password: 'ab12' })
  expect((await loggedIn(bed, loginOf(person, { password: 'ab12' }))).session.personId).toBe(person.personId)
  const [row] = await bed.sql('select must_change from identity.persons where person_id = $1', [
    person.personId,
  ])
  expect(row).toEqual({ must_change: true })
})

test('login refuses a city it does not know and a kind the city does not take', async () => {
  const person = await confirmed(bed)
  expect(codeOf(await bed.call(startLogin, loginOf(person, { cityId: 'nowhere' })))).toBe('unknown-city')
  expect(await bed.call(startLogin, loginOf(person, { cityId: 'sapporo' }))).toEqual({
    ok: false,
    refusal: { code: 'login-kind-not-offered', detail: { offered: ['member-number'] } },
  })
})

test('A13: unknown person and wrong password are one refusal in comparable time', async () => {
  const person = await confirmed(bed)
  const wrong = loginOf(person, { password: 'not the password' })
  const unknown = loginOf({ mail: 'nobody@example.jp' })
  const times: Record<'wrong' | 'unknown', number[]> = { wrong: [], unknown: [] }
  for (let round = 0; round < 9; round += 1)
    for (const [kind, login] of [
      ['wrong', wrong],
      ['unknown', unknown],
    ] as const) {
      const startedAt = performance.now()
      const outcome = await bed.call(startLogin, login)
      times[kind].push(performance.now() - startedAt)
      expect(outcome).toEqual({ ok: false, refusal: { code: 'credentials-wrong', detail: {} } })
    }
  const ratio = median(times.wrong) / median(times.unknown)
  expect(ratio).toBeGreaterThan(1 / 3)
  expect(ratio).toBeLessThan(3)
})

test('M9: a code is good at 179.999 s and no longer at 180 s, by the database’s clock', async () => {
  const person = await confirmed(bed)
  await bed.at('2024-11-02T13:00:00.000Z')
  const early = await challenged(bed, loginOf(person))
  await bed.at('2024-11-02T13:02:59.999Z')
  expect(codeOf(await finish(early.challengeId, early.code))).toBe('done')

  await bed.at('2024-11-02T13:10:00.000Z')
  const late = await challenged(bed, loginOf(person))
  await bed.at('2024-11-02T13:13:00.000Z')
  expect(codeOf(await finish(late.challengeId, late.code))).toBe('code-not-valid')
  expect(codeOf(await bed.call(getLoginCodeMail, { challengeId: late.challengeId }))).toBe('expired')
})

test('M9: a code works once, and its mail is no longer written', async () => {
  const { challengeId, code } = await challenged(bed, loginOf(await confirmed(bed)))
  expect(codeOf(await finish(challengeId, code))).toBe('done')
  expect(codeOf(await finish(challengeId, code))).toBe('code-not-valid')
  expect(codeOf(await bed.call(getLoginCodeMail, { challengeId }))).toBe('expired')
})

test('A19: after five wrong tries the right code is refused', async () => {
  const { challengeId, code } = await challenged(bed, loginOf(await confirmed(bed)))
  for (const triesLeft of [4, 3, 2, 1, 0])
    expect(await finish(challengeId, otherCode(code))).toEqual({
      ok: false,
      refusal: { code: 'code-wrong', detail: { triesLeft } },
    })
  expect(codeOf(await finish(challengeId, code))).toBe('code-not-valid')
})

test('A19: tries that race are five as well', async () => {
  const { challengeId, code } = await challenged(bed, loginOf(await confirmed(bed)))
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => finish(challengeId, otherCode(code))))
  expect(outcomes.map(codeOf).filter(each => each === 'code-wrong')).toHaveLength(5)
  expect(outcomes.map(codeOf).filter(each => each === 'code-not-valid')).toHaveLength(15)
})

test('A17: the code of an older challenge, of another person, or for no challenge is refused', async () => {
  const person = await confirmed(bed)
  const older = await challenged(bed, loginOf(person))
  const newer = await challenged(bed, loginOf(person))
  const others = await challenged(bed, loginOf(await confirmed(bed)))
  expect(codeOf(await finish(older.challengeId, older.code))).toBe('code-not-valid')
  expect(codeOf(await finish(newer.challengeId, others.code))).toBe('code-wrong')
  expect(codeOf(await finish(newId(), newer.code))).toBe('code-not-valid')
  expect(codeOf(await finish(newer.challengeId, newer.code))).toBe('done')
})

test('M9: of right answers that race, one opens a session', async () => {
  for (let round = 0; round < 5; round += 1) {
    const person = await imported(bed)
    const { challengeId, code } = await challenged(bed, loginOf(person))
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => finish(challengeId, code)))
    expect(outcomes.map(codeOf).filter(each => each === 'done')).toHaveLength(1)
    const sessions = await bed.sql('select 1 from identity.sessions where person_id = $1', [person.personId])
    expect(sessions).toHaveLength(1)
  }
})

const tooManyCodes = (nextAt: string, retryAfterSeconds: number) => ({
  ok: false,
  refusal: { code: 'too-many-codes', detail: { nextAt, retryAfterSeconds, officePhone: '000-000-0000' } },
})

test('M9, A20: of first steps that race, five codes are made, one counts, and the others are told', async () => {
  for (let round = 0; round < 3; round += 1) {
    const person = await imported(bed)
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => startedLogin(person)))
    expect(outcomes.map(codeOf).toSorted()).toEqual([
      ...Array.from({ length: 5 }, () => 'done'),
      ...Array.from({ length: 7 }, () => 'too-many-codes'),
    ])
    const rows = await bed.sql('select ended_at from identity.challenges where person_id = $1', [
      person.personId,
    ])
    expect(rows).toHaveLength(5)
    expect(rows.filter(row => row['ended_at'] === null)).toHaveLength(1)
  }
})

test('A20: the sixth code within an hour is told with its time and the office’s number, and the last one still counts', async () => {
  await bed.at('2024-11-02T15:00:00.000Z')
  const person = await imported(bed)
  await challenged(bed, loginOf(person))
  await bed.at('2024-11-02T15:10:00.000Z')
  let last = await challenged(bed, loginOf(person))
  for (let round = 2; round < 5; round += 1) last = await challenged(bed, loginOf(person))
  const refused = tooManyCodes('2024-11-02T16:00:00.000Z', 3_000)
  expect(await bed.call(startLogin, loginOf(person))).toEqual(refused)
  expect(await bed.call(startLogin, loginOf(person, { cityId: 'chofu' }))).toEqual(refused)
  expect(codeOf(await bed.call(startLogin, loginOf(person, { password: 'not the password' })))).toBe(
    'credentials-wrong',
  )
  expect(codeOf(await finish(last.challengeId, last.code))).toBe('done')
})

test('A20: the hour of a code is a whole one', async () => {
  await bed.at('2024-11-02T17:00:00.000Z')
  const person = await imported(bed)
  for (let round = 0; round < 5; round += 1) await challenged(bed, loginOf(person))
  await bed.at('2024-11-02T17:59:59.999Z')
  expect(await bed.call(startLogin, loginOf(person))).toEqual(tooManyCodes('2024-11-02T18:00:00.000Z', 1))
  await bed.at('2024-11-02T18:00:00.000Z')
  await loggedIn(bed, loginOf(person))
})

test('P9: used codes do not count: who logs in seven times an hour is sent seven codes', async () => {
  const person = await imported(bed)
  for (let round = 0; round < 7; round += 1) await loggedIn(bed, loginOf(person))
})

test('a mail of no challenge is not found', async () => {
  expect(codeOf(await bed.call(getLoginCodeMail, { challengeId: newId() }))).toBe('not-found')
})

test('D23: passwords are kept as Argon2id, codes and session tokens not at all', async () => {
  const person = await imported(bed)
  const { challengeId, code } = await challenged(bed, loginOf(person))
  const { token } = valueOf(await finish(challengeId, code))
  const tables = ['persons', 'challenges', 'sessions', 'attempts', 'outbox']
  const dumps = await Promise.all(
    tables.map(table => bed.sql(`select row_to_json(t)::text as row from identity.${table} t`)),
  )
  const text = JSON.stringify(dumps)
  expect(text).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  for (const secret of [PASSWORD, token, Buffer.from(token, 'base64url').toString('hex'), `"${code}"`])
    expect(text).not.toContain(secret)
})

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
