import {
  confirmRegistration,
  judgePassword,
  personConfirmed,
  register,
  registrationStarted,
} from '@asaichi/contract/identity/account.ts'
import { getConfirmationMail, getMemberMail } from '@asaichi/contract/identity/mail-facts.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import {
  confirmed,
  confirmToken,
  newcomer,
  PASSWORD,
  publishCity,
  registered,
  startIdentityBed,
} from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())

const rowsOf = async (table: string, mail: string) =>
  bed.sql(`select * from identity.${table} where mail = $1`, [mail])

test('M2, M3, M4, M5, S5: a newcomer registers, confirms from the mail and has a member number', async () => {
  const person = newcomer({ mail: 'Haruka.Iguchi@Example.JP' })
  const registrationId = await registered(bed, person)
  expect(await rowsOf('persons', 'haruka.iguchi@example.jp')).toEqual([])
  const mail = valueOf(await bed.call(getConfirmationMail, { registrationId }))
  expect(mail).toMatchObject({
    cityId: 'mitaka',
    name: '井口 はるか',
    mail: 'haruka.iguchi@example.jp',
    language: 'ja',
    content: { kind: 'confirm', expiresAt: '2024-11-03T12:00:00.000Z' },
  })
  const token = await confirmToken(bed, registrationId)
  const { memberNumber } = valueOf(await bed.call(confirmRegistration, { token }))
  expect(memberNumber).toMatch(/^[1-9]\d{6}$/)
  const [row] = await rowsOf('persons', 'haruka.iguchi@example.jp')
  expect(row).toMatchObject({ member_number: memberNumber, birth_date: '1990-05-17', must_change: false })
  const { personId } = await bed.facts.waitFor(personConfirmed, fact => fact.personId === row?.['person_id'])
  expect(valueOf(await bed.call(getMemberMail, { personId }))).toMatchObject({
    memberNumber,
    mail: 'haruka.iguchi@example.jp',
  })
})

test('M4: the accepted terms and their time are kept, the provisional row is not', async () => {
  const person = await confirmed(bed)
  const memberships = await bed.sql(
    `select role, terms_version, terms_accepted_at from identity.memberships
     join identity.persons using (person_id) where mail = $1`,
    [person.mail],
  )
  expect(memberships).toEqual([
    { role: 'resident', terms_version: '2024-04', terms_accepted_at: '2024-11-02T12:00:00.000Z' },
  ])
  expect(await rowsOf('registrations', person.mail)).toEqual([])
})

test.each([
  ['unknown-city', { cityId: 'nowhere' }, {}],
  ['terms-outdated', { acceptedTermsVersion: '2019-01' }, { termsVersion: '2024-04' }],
  ['birth-date-impossible', { birthDate: '2024-11-03' }, {}],
  ['birth-date-impossible', { birthDate: '1894-11-02' }, {}],
  ['weak-password', { password: 'aB3$xyz' }, { reason: 'too-short' }],
  ['weak-password', { password: 'mitaka2024' }, { reason: 'too-common' }],
  ['weak-password', { password: '井口はるか-2024' }, { reason: 'contains-name' }],
  ['weak-password', { password: 'x!1990-05-17!' }, { reason: 'contains-name' }],
  ['weak-password', { password: 'chofu by the river', cityId: 'chofu' }, { reason: 'contains-name' }],
])('register refuses: %s %o', async (code, differences, detail) => {
  const person = newcomer(differences)
  expect(await bed.call(register, person)).toEqual({ ok: false, refusal: { code, detail } })
  expect(await rowsOf('registrations', person.mail)).toEqual([])
})

test('D23: a password is judged before a registration as by it, and nothing is written', async () => {
  const { name, kana, mail } = newcomer()
  const judge = (password: string, groupName?: string) =>
    bed.call(judgePassword, { name, kana, mail, password, ...(groupName && { groupName }) })
  const refused = (reason: string) => ({ ok: false, refusal: { code: 'weak-password', detail: { reason } } })
  expect(await judge('aB3$xyz')).toEqual(refused('too-short'))
  expect(await judge('mitaka2024')).toEqual(refused('too-common'))
  expect(await judge('井口はるか-2024')).toEqual(refused('contains-name'))
  expect(await judge('朝の読書会-2024', '朝の読書会')).toEqual(refused('contains-name'))
  const { birthDate, phone } = newcomer()
  const known = { name, kana, mail, birthDate, phone, cityId: 'mitaka' }
  for (const password of ['x!1990-05-17!', 'call 1234 5678', 'mitaka, my town'])
    expect(await bed.call(judgePassword, { ...known, password })).toEqual(refused('contains-name'))
  expect(await judge(PASSWORD)).toEqual({ ok: true, value: {} })
  expect(await rowsOf('registrations', mail)).toEqual([])
})

test.each([
  ['two addresses', { mail: 'a@x.jp,b@y.jp' }],
  ['a header in the mail', { mail: 'a@x.jp\r\nBcc: all@x.jp' }],
  ['a direction override in the name', { name: '井口\u202eはるか' }],
  ['a day that is none', { birthDate: '2025-02-30' }],
  ['129 characters of password', { password: 'q'.repeat(129) }],
])('A2–A5: %s is malformed and changes nothing', async (_what, differences) => {
  await expect(bed.call(register, newcomer(differences))).rejects.toMatchObject({ kind: 'malformed' })
})

test('A12: a passphrase of 128 characters, blanks and Japanese is taken', async () => {
  const password = `${'朝いちばん に '.repeat(20)}`.slice(0, 128)
  expect(password).toHaveLength(128)
  expect(codeOf(await bed.call(register, newcomer({ password })))).toBe('done')
})

test('A1: a known mail gets the same answer and the same rows; only its holder reads the difference', async () => {
  const known = await confirmed(bed, { name: '本人 花子', language: 'en' })
  const stranger = newcomer({ mail: known.mail.toUpperCase(), name: '悪戯 太郎', cityId: 'sapporo' })
  const unknown = newcomer({ cityId: 'sapporo' })
  expect(await bed.call(register, stranger)).toEqual(await bed.call(register, unknown))
  expect(await rowsOf('registrations', known.mail)).toHaveLength(1)
  const [row] = await rowsOf('registrations', known.mail)
  const registrationId = String(row?.['registration_id'])
  await bed.facts.waitFor(registrationStarted, fact => fact.registrationId === registrationId)
  expect(valueOf(await bed.call(getConfirmationMail, { registrationId }))).toEqual({
    cityId: 'sapporo',
    mail: known.mail,
    name: '本人 花子',
    language: 'en',
    content: { kind: 'already-registered' },
  })
})

test('A6: a token works once', async () => {
  const token = await confirmToken(bed, await registered(bed, newcomer()))
  expect(codeOf(await bed.call(confirmRegistration, { token }))).toBe('done')
  expect(codeOf(await bed.call(confirmRegistration, { token }))).toBe('token-not-valid')
})

test('M5: of confirmations that race, one makes the person', async () => {
  for (let round = 0; round < 5; round += 1) {
    const person = newcomer()
    const token = await confirmToken(bed, await registered(bed, person))
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => bed.call(confirmRegistration, { token })),
    )
    expect(outcomes.map(codeOf).toSorted()).toEqual([
      'done',
      'token-not-valid',
      'token-not-valid',
      'token-not-valid',
    ])
    expect(await rowsOf('persons', person.mail)).toHaveLength(1)
  }
})

test('M5: of two registrations with one mail that race, one makes the person, and the other can never', async () => {
  const person = newcomer()
  const [one, two] = [await registered(bed, person), await registered(bed, person)]
  const tokens = [await confirmToken(bed, one), await confirmToken(bed, two)]
  const outcomes = await Promise.all(tokens.map(token => bed.call(confirmRegistration, { token })))
  expect(outcomes.map(codeOf).toSorted()).toEqual(['done', 'token-not-valid'])
  expect(await rowsOf('persons', person.mail)).toHaveLength(1)
  expect(await rowsOf('registrations', person.mail)).toEqual([])
})

test('A7: an altered token, or one for another id, is not valid and consumes nothing', async () => {
  const token = await confirmToken(bed, await registered(bed, newcomer()))
  const mac = token.split('.')[1] ?? ''
  const bad = [`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, `${newId()}.${mac}`, mac, 'x', '']
  for (const each of bad)
    expect(codeOf(await bed.call(confirmRegistration, { token: each }))).toBe('token-not-valid')
  expect(codeOf(await bed.call(confirmRegistration, { token }))).toBe('done')
})

test('get-confirmation-mail: an unknown registration is not found', async () => {
  expect(codeOf(await bed.call(getConfirmationMail, { registrationId: newId() }))).toBe('not-found')
})

test('A33: one source has five of these mails an hour sent to a mailbox, all together twenty; the next is told, known or not', async () => {
  const person = newcomer()
  const mails = async () => (await rowsOf('registrations', person.mail)).length
  const press = async (source: string, times: number) => {
    for (let round = 0; round < times; round += 1)
      expect(await bed.call(register, { ...person, source })).toEqual({ ok: true, value: {} })
  }
  const isTold = async (source: string, who = person) =>
    expect(await bed.call(register, { ...who, source })).toMatchObject({
      refusal: { code: 'too-many-attempts', detail: { retryAfterSeconds: 3_600 } },
    })
  await press('prankster', 5)
  await isTold('prankster')
  expect(await mails()).toBe(5)
  await press('owner', 1)
  expect(await mails()).toBe(6)
  for (const source of ['gang 1', 'gang 2']) await press(source, 5)
  await press('gang 3', 4)
  expect(await mails()).toBe(20)
  await isTold('gang 3')
  const known = await confirmed(bed)
  for (let round = 0; round < 5; round += 1)
    await bed.call(register, { ...person, mail: known.mail, source: 'nosy' })
  await isTold('nosy', { ...person, mail: known.mail })
})

test('M5: a token is valid for 24 hours and not a millisecond longer; what is left is deleted at night', async () => {
  const early = newcomer()
  const earlyId = await registered(bed, early)
  const earlyToken = await confirmToken(bed, earlyId)
  const late = newcomer()
  const lateToken = await confirmToken(bed, await registered(bed, late))
  await bed.at('2024-11-03T11:59:59.999Z')
  expect(codeOf(await bed.call(confirmRegistration, { token: earlyToken }))).toBe('done')
  await bed.at('2024-11-03T12:00:00.000Z')
  expect(codeOf(await bed.call(confirmRegistration, { token: lateToken }))).toBe('token-not-valid')
  expect(codeOf(await bed.call(getConfirmationMail, { registrationId: earlyId }))).toBe('not-found')
  expect(await rowsOf('registrations', late.mail)).toHaveLength(1)
  await bed.at('2024-11-03T18:00:00.000Z')
  expect(await rowsOf('registrations', late.mail)).toEqual([])
})

test('M4: a city that changes its terms asks for the new ones; an old fact that comes again changes nothing back', async () => {
  await publishCity(bed, { cityId: 'chofu', loginKinds: ['mail'], version: 3, termsVersion: '2025-01' })
  await eventually(async () =>
    expect(await bed.call(register, newcomer({ cityId: 'chofu' }))).toMatchObject({
      refusal: { code: 'terms-outdated', detail: { termsVersion: '2025-01' } },
    }),
  )
  await publishCity(bed, { cityId: 'chofu', loginKinds: ['mail'], version: 3, termsVersion: '2025-01' })
  await publishCity(bed, { cityId: 'chofu', loginKinds: ['mail'], version: 2, termsVersion: '2024-09' })
  await publishCity(bed, { cityId: 'last', loginKinds: ['mail'], version: 1 })
  await eventually(async () =>
    expect(await bed.sql(`select 1 from identity.cities where city_id = 'last'`)).toHaveLength(1),
  )
  expect(await bed.sql(`select version, terms_version from identity.cities where city_id = 'chofu'`)).toEqual(
    [{ version: 3, terms_version: '2025-01' }],
  )
})
