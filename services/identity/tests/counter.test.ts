import type { Actor } from '@asaichi/contract/actor.ts'
import { registerAtCounter } from '@asaichi/contract/identity/counter.ts'
import { startLogin } from '@asaichi/contract/identity/login.ts'
import { changeMailFor, getMailChangeNotice, mailChanged } from '@asaichi/contract/identity/mail-change.ts'
import { getPermissionMail, getRecipient } from '@asaichi/contract/identity/mail-facts.ts'
import {
  changePassword,
  getPasswordHelpMail,
  passwordHelpAsked,
  requestPasswordHelp,
} from '@asaichi/contract/identity/password.ts'
import { permissionChanged } from '@asaichi/contract/identity/permission.ts'
import { listActs } from '@asaichi/contract/identity/profile.ts'
import {
  approvePermission,
  getPerson,
  listApplicants,
  searchPeople,
} from '@asaichi/contract/identity/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { actor, imported, loggedIn, loginOf, PASSWORD, startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())

type Counter = z.input<typeof registerAtCounter.input>

/** One person a test, or a second one of the same name would be asked about. */
let year = 1930
function visitor(by: Actor, differences: Partial<Counter> = {}, person: Partial<Counter['person']> = {}) {
  year += 1
  return {
    actor: by,
    key: `press-${newId()}`,
    person: {
      name: '牟礼 ウメ',
      kana: 'ムレ ウメ',
      birthDate: `${year}-03-04`,
      postalCode: '181-0002',
      address: '三鷹市牟礼2-2-2',
      phone: '0422-12-3456',
      ...person,
    },
    acceptedTermsVersion: '2024-04',
    contact: { by: 'counter' as const, note: '保険証' },
    permission: 'approved' as const,
    ...differences,
  }
}

const register = (input: Counter) => bed.call(registerAtCounter, input)
const countOf = async (birthDate: string) =>
  (await bed.sql('select 1 from identity.persons where birth_date = $1', [birthDate])).length

test('W6: who has no mail gets a number and, confirmed by the visit, the permission at once', async () => {
  const staff = await actor(bed, 'staff')
  const asked = visitor(staff)
  const answer = valueOf(await register(asked))
  expect(answer).toMatchObject({
    memberNumber: expect.stringMatching(/^[1-9]\d{6}$/),
    permission: 'approved',
  })
  const { personId } = answer
  expect(await bed.facts.waitFor(permissionChanged, fact => fact.personId === personId)).toMatchObject({
    cityId: 'mitaka',
    status: 'approved',
  })
  const file = valueOf(await bed.call(getPerson, { actor: staff, personId }))
  expect(file).toMatchObject({
    ...asked.person,
    postalCode: '181-0002',
    mail: null,
    status: 'approved',
    contacts: [{ by: 'counter', outcome: 'confirmed', note: '保険証' }],
  })
  expect(valueOf(await bed.call(getRecipient, { personId }))).toMatchObject({ mail: null })
  // Told on paper at the counter, so there is no mail I to be told again.
  expect(codeOf(await bed.call(getPermissionMail, { personId, cityId: 'mitaka' }))).toBe('not-found')
  const acts = valueOf(await bed.call(listActs, { actor: { personId, role: 'resident', cityId: 'mitaka' } }))
  expect(acts.items.map(({ act, by }) => [act, by])).toEqual(
    expect.arrayContaining([
      ['register-person', 'staff'],
      ['approve-permission', 'staff'],
    ]),
  )
})

test('W6, T5: is found by name, number and phone, beside others without mail', async () => {
  const staff = await actor(bed, 'staff')
  const person = { name: '新川 トメ', kana: 'シンカワ トメ', phone: '0422-77-8899' }
  const { personId, memberNumber } = valueOf(await register(visitor(staff, {}, person)))
  for (const query of ['新川 トメ', 'しんかわ', memberNumber, '0422-77-8899']) {
    const { items } = valueOf(await bed.call(searchPeople, { actor: staff, query }))
    expect(items.map(item => item.personId)).toContain(personId)
  }
})

test('W6, M7: a city that wants a second look leaves the permission applied for, and another clerk approves it', async () => {
  const [staff, other] = [await actor(bed, 'staff'), await actor(bed, 'staff')]
  const { personId } = valueOf(await register(visitor(staff, { permission: 'applied' })))
  const { items } = valueOf(await bed.call(listApplicants, { actor: other }))
  const [waiting] = items.filter(item => item.personId === personId)
  expect(waiting).toMatchObject({ status: 'applied', version: 1 })
  expect(
    valueOf(await bed.call(approvePermission, { actor: other, personId, expectedVersion: 1 })).status,
  ).toBe('approved')
})

test('W6: a press sent twice, also at once, registers one person and answers one number', async () => {
  const staff = await actor(bed, 'staff')
  const asked = visitor(staff)
  const [one, other] = (await Promise.all([register(asked), register(asked)])).map(valueOf)
  expect(one).toEqual(other)
  expect(await register(asked)).toEqual({ ok: true, value: one })
  expect(await countOf(asked.person.birthDate)).toBe(1)
  // The same key of another clerk is another press.
  expect(codeOf(await register({ ...asked, actor: await actor(bed, 'staff') }))).toBe('known-already')
})

test('G3: somebody known already is named, and registered again only when staff insist', async () => {
  const staff = await actor(bed, 'staff')
  const asked = visitor(staff)
  const { personId, memberNumber } = valueOf(await register(asked))
  const again = visitor(staff, {}, { ...asked.person, kana: 'ﾑﾚ ｳﾒ', phone: '090-9999-0000' })
  expect(await register(again)).toEqual({
    ok: false,
    refusal: { code: 'known-already', detail: { accounts: [{ personId, memberNumber, name: '牟礼 ウメ' }] } },
  })
  expect(await countOf(asked.person.birthDate)).toBe(1)
  expect(codeOf(await register({ ...again, despiteAlike: true }))).toBe('done')
})

test('G3: who is known in another city alone is not told of here', async () => {
  const staff = await actor(bed, 'staff')
  const asked = visitor(staff)
  await imported(bed, { cityId: 'sapporo', ...asked.person })
  expect(codeOf(await register(asked))).toBe('done')
})

test('A76: nobody registers a second account of their own', async () => {
  const { personId, birthDate, name, kana } = await imported(bed, { role: 'staff', birthDate: '1971-07-07' })
  const self: Actor = { personId, role: 'staff', cityId: 'mitaka' }
  expect(codeOf(await register(visitor(self, { despiteAlike: true }, { birthDate, name, kana })))).toBe(
    'not-allowed',
  )
})

test.each([
  ['a resident', 'resident', {}, {}, 'not-allowed'],
  ['old terms', 'staff', { acceptedTermsVersion: '2023-04' }, {}, 'terms-outdated'],
  ['a birth date to come', 'staff', {}, { birthDate: '2025-01-01' }, 'birth-date-impossible'],
] as const)('W6: %s registers nobody', async (_, role, input, person, expected) => {
  const asked = visitor(await actor(bed, role), input, person)
  expect(codeOf(await register(asked))).toBe(expected)
  expect(await countOf(asked.person.birthDate)).toBe(0)
})

test('W6, G1: a group without mail is registered with its roster', async () => {
  const staff = await actor(bed, 'staff')
  const members = [
    { name: '上連雀 一', birthDate: '1950-01-01' },
    { name: '上連雀 二', birthDate: '1950-01-02' },
  ]
  const group = { name: '朝の読書会', members }
  const { personId } = valueOf(await register(visitor(staff, {}, { group })))
  const file = valueOf(await bed.call(getPerson, { actor: staff, personId }))
  expect(file.group).toMatchObject({ name: '朝の読書会' })
  expect(file.group?.members).toHaveLength(3)
})

test('M9, W6: nobody logs in without mail; with an address added later the person helps themselves to a password', async () => {
  const staff = await actor(bed, 'staff', 'chofu')
  const { personId, memberNumber } = valueOf(await register(visitor(staff)))
  const login = { kind: 'member-number', memberNumber } as const
  const source = newId().slice(-12)
  expect(codeOf(await bed.call(startLogin, { cityId: 'chofu', login, password: PASSWORD, source }))).toBe(
    'credentials-wrong',
  )

  const mail = `late${newId().slice(-12)}@example.jp`
  const contact = { by: 'counter', note: '保険証' } as const
  expect(valueOf(await bed.call(changeMailFor, { actor: staff, personId, mail, contact }))).toEqual({ mail })
  const { changeId } = await bed.facts.waitFor(mailChanged, fact => fact.personId === personId)
  expect(codeOf(await bed.call(getMailChangeNotice, { changeId, address: 'old' }))).toBe('not-found')
  expect(valueOf(await bed.call(getMailChangeNotice, { changeId, address: 'new' })).mail).toBe(mail)

  valueOf(await bed.call(requestPasswordHelp, { cityId: 'chofu', mail, source }))
  const { helpId } = await bed.facts.waitFor(passwordHelpAsked, fact => fact.cityId === 'chofu')
  const { password } = valueOf(await bed.call(getPasswordHelpMail, { helpId }))
  const { token, session } = await loggedIn(bed, loginOf({ mail }, { cityId: 'chofu', password }))
  expect(session).toMatchObject({ personId, memberNumber, mustChangePassword: true })
  expect(codeOf(await bed.call(changePassword, { token, newPassword: PASSWORD }))).toBe('done')
  expect((await loggedIn(bed, loginOf({ mail }, { cityId: 'chofu' }))).session).toMatchObject({
    personId,
    mustChangePassword: false,
  })
})

test('S9, W6: no claim finds the mailbox of who has none', async () => {
  const staff = await actor(bed, 'staff')
  const { memberNumber } = valueOf(await register(visitor(staff)))
  const ask = { memberNumber, mail: 'somebody@example.jp', source: newId().slice(-12) }
  valueOf(await bed.call(requestPasswordHelp, { cityId: 'mitaka', ...ask }))
  const { helpId } = await bed.facts.waitFor(passwordHelpAsked, fact => fact.cityId === 'mitaka')
  expect(codeOf(await bed.call(getPasswordHelpMail, { helpId }))).toBe('not-found')
})
