import { importPerson, register } from '@asaichi/contract/identity/account.ts'
import { startLogin } from '@asaichi/contract/identity/login.ts'
import { getRecipient } from '@asaichi/contract/identity/mail-facts.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { imported, loggedIn, loginOf, newcomer, startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed({ slots: 1, queue: 2, waitMs: 4_000, workMs: 10_000 }))

const full = { ok: false, refusal: { code: 'password-work-full', detail: { retryAfterSeconds: 4 } } }

test('D23: password work has a bound; beyond it logins are told when to come back, and other questions are answered', async () => {
  const person = await imported(bed)
  const logins = Array.from({ length: 40 }, () => bed.call(startLogin, loginOf(person)))
  expect(codeOf(await bed.call(getRecipient, { personId: newId() }))).toBe('not-found')
  const outcomes = await Promise.all(logins)
  const refused = outcomes.filter(outcome => !outcome.ok)
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.length).toBeLessThan(40)
  for (const outcome of refused) expect(outcome).toEqual(full)
})

test('D23: an attempt that was not looked at is not charged', async () => {
  const person = await imported(bed)
  const login = loginOf(person, { source: 'patient' })
  for (let round = 0; round < 3; round += 1)
    await Promise.all(Array.from({ length: 8 }, () => bed.call(startLogin, login)))
  // Either answer comes after the password was looked at and found right; the hour's codes may be used up by the rounds before.
  expect(['done', 'too-many-codes']).toContain(codeOf(await bed.call(startLogin, login)))
})

test('D23: registration and import refuse likewise, and leave nothing', async () => {
  const people = Array.from({ length: 20 }, () => newcomer({ source: 'class' }))
  const outcomes = await Promise.all(people.map(person => bed.call(register, person)))
  const refused = outcomes.filter(outcome => !outcome.ok)
  expect(refused.length).toBeGreaterThan(0)
  for (const outcome of refused) expect(outcome).toEqual(full)
  const rows = await bed.sql('select 1 from identity.registrations')
  expect(rows).toHaveLength(people.length - refused.length)

  const { acceptedTermsVersion: _terms, source: _source, ...profile } = newcomer()
  const imports = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      bed.call(importPerson, {
        ...profile,
        mail: `i${index}@example.jp`,
        memberNumber: String(2_000_000 + index),
        role: 'resident',
        permission: 'none',
      }),
    ),
  )
  expect(imports.filter(outcome => !outcome.ok).length).toBeGreaterThan(0)
  for (const outcome of imports.filter(each => !each.ok)) expect(outcome).toEqual(full)
})

test('D23: after the rush everyone is served again', async () => {
  const person = await imported(bed)
  expect((await loggedIn(bed, loginOf(person))).session.personId).toBe(person.personId)
})
