import { finishLogin, startLogin } from '@asaichi/contract/identity/login.ts'
import {
  changePassword,
  getPasswordHelpMail,
  passwordHelpAsked,
  requestPasswordHelp,
} from '@asaichi/contract/identity/password.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { describe, expect, test } from 'vitest'
import { challenged, imported, loggedIn, loginOf, PASSWORD, startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())

type Person = Awaited<ReturnType<typeof imported>>

function claimOf(person: Person, differences: object = {}) {
  const { memberNumber, name, birthDate, mail } = person
  return { cityId: 'mitaka', memberNumber, name, birthDate, mail, source: newId(), ...differences }
}

/** Asks for help and answers the id it was given. */
async function helped(person: Person, differences: object = {}): Promise<string> {
  const before = new Set((await rows()).map(row => row.help_id))
  expect(await bed.call(requestPasswordHelp, claimOf(person, differences))).toEqual({ ok: true, value: {} })
  const [help] = (await rows()).filter(row => !before.has(row.help_id))
  if (!help) throw new Error('nothing was written')
  await bed.facts.waitFor(passwordHelpAsked, fact => fact.helpId === help.help_id)
  return help.help_id
}

const rows = () => bed.sql<{ help_id: string }>('select help_id from identity.password_helps')
const mailOf = (helpId: string) => bed.call(getPasswordHelpMail, { helpId })

async function temporaryPassword(person: Person): Promise<string> {
  return valueOf(await mailOf(await helped(person))).password
}

test('S9: who knows it all is mailed a temporary password; the name may be written without its space', async () => {
  const person = await imported(bed, { name: '髙橋　花子', language: 'en' })
  const mail = valueOf(await mailOf(await helped(person, { name: '髙橋花子' })))
  expect(mail).toEqual({
    cityId: 'mitaka',
    name: person.name,
    mail: person.mail,
    language: 'en',
    password: expect.stringMatching(/^[a-hjkmnp-z2-9]{16}$/),
    expiresAt: '2024-11-02T12:30:00.000Z',
  })
})

test.each([
  ['number', { memberNumber: '9999999' }],
  ['name', { name: '別の 名前' }],
  ['birth date', { birthDate: '1990-05-18' }],
  ['mail', { mail: 'someone@example.jp' }],
])('S9, A31: another %s gets the same answer, the same row and fact, and no mail', async (_, difference) => {
  const person = await imported(bed)
  const helpId = await helped(person, difference)
  expect(codeOf(await mailOf(helpId))).toBe('not-found')
})

describe('S9: in a city that logs in by mail', () => {
  test('the address is enough, and what is given besides must match', async () => {
    const person = await imported(bed)
    const alone = { memberNumber: undefined, name: undefined, birthDate: undefined }
    expect(valueOf(await mailOf(await helped(person, alone))).mail).toBe(person.mail)
    expect(codeOf(await mailOf(await helped(person, { ...alone, name: '別の 名前' })))).toBe('not-found')
  })

  test('A31: an address of nobody gets the same answer, the same row and fact, and no mail', async () => {
    const person = await imported(bed)
    const nobody = {
      memberNumber: undefined,
      name: undefined,
      birthDate: undefined,
      mail: 'nobody@example.jp',
    }
    expect(codeOf(await mailOf(await helped(person, nobody)))).toBe('not-found')
  })

  test('elsewhere the number is asked for, whoever is meant', async () => {
    const person = await imported(bed)
    for (const mail of [person.mail, 'nobody@example.jp']) {
      const claim = claimOf(person, { cityId: 'sapporo', mail, memberNumber: undefined })
      expect(codeOf(await bed.call(requestPasswordHelp, claim))).toBe('number-needed')
    }
  })
})

test('A31: help for somebody and for nobody takes comparable time', async () => {
  const person = await imported(bed)
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  for (let round = 0; round < 20; round += 1)
    for (const [kind, claim] of [
      ['known', claimOf(person)],
      ['unknown', claimOf(person, { memberNumber: '9999999' })],
    ] as const) {
      const startedAt = performance.now()
      valueOf(await bed.call(requestPasswordHelp, claim))
      times[kind].push(performance.now() - startedAt)
    }
  const ratio = median(times.known) / median(times.unknown)
  expect(ratio).toBeGreaterThan(1 / 3)
  expect(ratio).toBeLessThan(3)
})

test('A32, V3: the old password keeps working and changes nothing of it', async () => {
  const person = await imported(bed)
  const password = await temporaryPassword(person)
  expect((await loggedIn(bed, loginOf(person))).session.mustChangePassword).toBe(false)
  expect((await loggedIn(bed, loginOf(person, { password }))).session.mustChangePassword).toBe(true)
})

test('S9, A34: it may be typed in capitals and groups, works once, and not after thirty minutes', async () => {
  await bed.at('2024-11-02T13:00:00.000Z')
  const person = await imported(bed)
  const password = await temporaryPassword(person)
  const typed = password.toUpperCase().replace(/(.{4})(?=.)/g, '$1-')
  const { session } = await loggedIn(bed, loginOf(person, { password: typed }))
  expect(session).toMatchObject({ personId: person.personId, mustChangePassword: true })
  expect(codeOf(await bed.call(startLogin, loginOf(person, { password })))).toBe('credentials-wrong')

  const helpId = await helped(person)
  const late = valueOf(await mailOf(helpId)).password
  await bed.at('2024-11-02T13:30:00.000Z')
  expect(codeOf(await bed.call(startLogin, loginOf(person, { password: late })))).toBe('credentials-wrong')
  expect(codeOf(await mailOf(helpId))).toBe('expired')
})

test('A34: a code that comes after its temporary password ended opens nothing', async () => {
  await bed.at('2024-11-02T14:00:00.000Z')
  const person = await imported(bed)
  const password = await temporaryPassword(person)
  await bed.at('2024-11-02T14:29:00.000Z')
  const { challengeId, code } = await challenged(bed, loginOf(person, { password }))
  await bed.at('2024-11-02T14:31:00.000Z')
  expect(codeOf(await bed.call(finishLogin, { challengeId, code }))).toBe('code-not-valid')
})

test('A34: the newest counts, also of requests that race', async () => {
  const person = await imported(bed)
  const first = await temporaryPassword(person)
  const second = await temporaryPassword(person)
  expect(codeOf(await bed.call(startLogin, loginOf(person, { password: first })))).toBe('credentials-wrong')
  expect(codeOf(await bed.call(startLogin, loginOf(person, { password: second })))).toBe('done')

  await Promise.all(Array.from({ length: 8 }, () => bed.call(requestPasswordHelp, claimOf(person))))
  const live = await bed.sql(
    'select 1 from identity.password_helps where person_id = $1 and ended_at is null',
    [person.personId],
  )
  expect(live).toHaveLength(1)
})

test('V3: five mails an hour for one person; then the same answer, and the last one mailed still counts', async () => {
  await bed.at('2024-11-02T16:00:00.000Z')
  const person = await imported(bed)
  let last = ''
  for (let round = 0; round < 5; round += 1) last = await temporaryPassword(person)
  for (let round = 0; round < 3; round += 1)
    expect(codeOf(await mailOf(await helped(person)))).toBe('not-found')
  expect((await loggedIn(bed, loginOf(person, { password: last }))).session.mustChangePassword).toBe(true)
})

test('V3: twenty requests an hour from one source, and others go on', async () => {
  const person = await imported(bed)
  const outcomes = await Promise.all(
    Array.from({ length: 22 }, (_, nr) =>
      bed.call(
        requestPasswordHelp,
        claimOf(person, { memberNumber: String(8_000_000 + nr), source: 'robot' }),
      ),
    ),
  )
  expect(outcomes.map(codeOf).filter(code => code === 'done')).toHaveLength(20)
  expect(outcomes.filter(outcome => !outcome.ok)).toContainEqual({
    ok: false,
    refusal: { code: 'too-many-attempts', detail: { retryAfterSeconds: 3_600 } },
  })
  await helped(person)
})

test('A35: after five codes an hour, a temporary password is told so, and gets no code of a whole login', async () => {
  await bed.at('2024-11-02T18:00:00.000Z')
  const person = await imported(bed)
  const password = await temporaryPassword(person)
  for (let round = 0; round < 5; round += 1) await challenged(bed, loginOf(person))
  expect(codeOf(await bed.call(startLogin, loginOf(person, { password })))).toBe('too-many-codes')
})

test('help is refused for a city nobody knows, and no fact or row holds what was typed', async () => {
  const person = await imported(bed, { name: '秘密 名前子' })
  expect(codeOf(await bed.call(requestPasswordHelp, claimOf(person, { cityId: 'nowhere' })))).toBe(
    'unknown-city',
  )
  const password = await temporaryPassword(person)
  const { token } = await loggedIn(bed, loginOf(person, { password }))
  valueOf(await bed.call(changePassword, { token, newPassword: `${PASSWORD}x` }))
  const kept = JSON.stringify([
    await bed.sql('select * from identity.password_helps'),
    await bed.sql('select * from identity.attempts'),
    await bed.sql('select * from identity.outbox'),
  ])
  for (const secret of [person.name, person.mail, person.memberNumber, password, PASSWORD])
    expect(kept).not.toContain(secret)
})

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
