import { confirmRegistration, importPerson } from '@asaichi/contract/identity/account.ts'
import { finishLogin, logout, startLogin } from '@asaichi/contract/identity/login.ts'
import { getRecipient } from '@asaichi/contract/identity/mail-facts.ts'
import { applyPermission, permissionChanged } from '@asaichi/contract/identity/permission.ts'
import { approvePermission } from '@asaichi/contract/identity/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import {
  actor,
  challenged,
  confirmToken,
  imported,
  loggedIn,
  loginOf,
  newcomer,
  otherCode,
  registered,
  startIdentityBed,
} from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())

test('G3, A9: a second account of one person tells of the first, however it is written; a namesake does not', async () => {
  const own = {
    permission: 'approved',
    kana: 'アサヒ フタエ',
    birthDate: '1966-06-06',
    phone: '090-6666-0001',
  } as const
  const first = await imported(bed, own)
  const second = await imported(bed, { ...own, kana: 'アサヒ　フタエ', phone: '09066660001' })
  const namesake = await imported(bed, { ...own, phone: '090-6666-0002' })
  const alikeOf = async (personId: string) =>
    (await bed.facts.waitFor(permissionChanged, fact => fact.personId === personId)).alikeId
  expect(await alikeOf(first.personId)).toBe(first.personId)
  expect(await alikeOf(second.personId)).toBe(first.personId)
  expect(await alikeOf(namesake.personId)).toBe(namesake.personId)
})

test('an imported person has role, permission and number, and the permission is told', async () => {
  const person = await imported(bed, { permission: 'approved', role: 'admin', memberNumber: '0012345' })
  const { personId } = person
  expect(await bed.facts.waitFor(permissionChanged, fact => fact.personId === personId)).toEqual({
    personId,
    cityId: 'mitaka',
    status: 'approved',
    adultFrom: '2008-05-17',
    alikeId: expect.any(String),
  })
  const { session } = await loggedIn(bed, loginOf(person))
  expect(session).toMatchObject({ personId, role: 'admin', memberNumber: '0012345' })
})

test('an import is done once: a known mail or a known number is already known', async () => {
  const { personId: _id, ...person } = await imported(bed)
  const { personId: _other, ...other } = await imported(bed)
  expect(codeOf(await bed.call(importPerson, person))).toBe('already-known')
  expect(codeOf(await bed.call(importPerson, { ...person, memberNumber: '7654321' }))).toBe('already-known')
  expect(codeOf(await bed.call(importPerson, { ...person, mail: 'fresh@example.jp' }))).toBe('already-known')
  expect(codeOf(await bed.call(importPerson, { ...person, memberNumber: other.memberNumber }))).toBe(
    'already-known',
  )
})

test('of imports that race, one makes the person', async () => {
  const { personId: _id, ...known } = await imported(bed)
  const person = { ...known, mail: 'race@example.jp', memberNumber: '5555555' }
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => bed.call(importPerson, person)))
  expect(outcomes.map(codeOf).toSorted()).toEqual(['already-known', 'already-known', 'already-known', 'done'])
})

test('M5: who was imported meanwhile cannot be confirmed a second time', async () => {
  const person = newcomer()
  const token = await confirmToken(bed, await registered(bed, person))
  await imported(bed, { mail: person.mail })
  expect(codeOf(await bed.call(confirmRegistration, { token }))).toBe('token-not-valid')
})

test('a recipient is read by id, and nobody is not found', async () => {
  const person = await imported(bed, { language: 'ja-easy' })
  expect(valueOf(await bed.call(getRecipient, { personId: person.personId }))).toEqual({
    name: person.name,
    mail: person.mail,
    language: 'ja-easy',
  })
  expect(codeOf(await bed.call(getRecipient, { personId: newId() }))).toBe('not-found')
})

test('D12: no fact carries anything of a person but ids and the day of adulthood', async () => {
  const profile = newcomer({
    name: '秘密 名前子',
    kana: 'ヒミツ ナマエコ',
    phone: '080-7777-6666',
    postalCode: '999-8888',
  })
  const token = await confirmToken(bed, await registered(bed, profile))
  const { memberNumber } = valueOf(await bed.call(confirmRegistration, { token }))
  const login = loginOf(profile)
  await bed.call(startLogin, { ...login, password: 'wrong words here' })
  const { challengeId, code } = await challenged(bed, login)
  await bed.call(finishLogin, { challengeId, code: otherCode(code) })
  const { token: sessionToken, session } = valueOf(await bed.call(finishLogin, { challengeId, code }))
  const { personId } = session
  const resident = { personId, role: 'resident' as const, cityId: 'mitaka' }
  valueOf(await bed.call(applyPermission, { actor: resident, cityId: 'mitaka' }))
  const contact = { by: 'sms' as const, note: '折り返しで確認' }
  const staff = await actor(bed, 'staff')
  valueOf(await bed.call(approvePermission, { actor: staff, personId, expectedVersion: 1, contact }))
  await bed.call(logout, { token: sessionToken })
  await bed.facts.waitFor(permissionChanged, fact => fact.personId === personId && fact.status === 'approved')

  const told = bed.facts.all.filter(each => each.subject.startsWith('identity.')).map(each => each.text)
  expect(told.join()).toContain(personId)
  const personal = [
    profile.mail,
    profile.mail.split('@')[0],
    profile.name,
    profile.kana,
    profile.birthDate,
    profile.postalCode,
    profile.address,
    profile.phone,
    profile.password,
    profile.source,
    contact.note,
    token,
    sessionToken,
    `"${code}"`,
    `"${memberNumber}"`,
  ]
  for (const secret of personal) expect(told.join()).not.toContain(secret)
})
