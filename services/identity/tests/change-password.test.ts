import { findSession, finishLogin, sessionEnded, startLogin } from '@asaichi/contract/identity/login.ts'
import {
  changePassword,
  getPasswordHelpMail,
  passwordChanged,
  requestPasswordHelp,
} from '@asaichi/contract/identity/password.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { challenged, imported, loggedIn, loginOf, PASSWORD, startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())

const NEW = '夕焼けの公会堂7つ'
const change = (token: string, newPassword: string, currentPassword?: string) =>
  bed.call(changePassword, { token, newPassword, ...(currentPassword !== undefined && { currentPassword }) })
const find = async (token: string) => codeOf(await bed.call(findSession, { token }))

test('the current password is needed, and the right one sets a new one', async () => {
  const person = await imported(bed)
  const { token, session } = await loggedIn(bed, loginOf(person))
  expect(codeOf(await change(token, NEW))).toBe('current-password-wrong')
  expect(codeOf(await change(token, NEW, 'not this one'))).toBe('current-password-wrong')
  const changed = valueOf(await change(token, NEW, PASSWORD))
  expect(changed.session).toMatchObject({ personId: person.personId, mustChangePassword: false })
  expect(changed.session.sessionId).not.toBe(session.sessionId)
  expect(codeOf(await bed.call(startLogin, loginOf(person)))).toBe('credentials-wrong')
  await loggedIn(bed, loginOf(person, { password: NEW }))
})

test('P, A22: every session and every code half way in ends, and one mail is told of', async () => {
  const person = await imported(bed)
  const { personId } = person
  const [one, two] = [await loggedIn(bed, loginOf(person)), await loggedIn(bed, loginOf(person))]
  const other = await loggedIn(bed, loginOf(await imported(bed)))
  const half = await challenged(bed, loginOf(person))
  const changed = valueOf(await change(one.token, NEW, PASSWORD))
  expect([await find(one.token), await find(two.token)]).toEqual(['no-session', 'no-session'])
  expect([await find(changed.token), await find(other.token)]).toEqual(['done', 'done'])
  expect(codeOf(await bed.call(finishLogin, { challengeId: half.challengeId, code: half.code }))).toBe(
    'code-not-valid',
  )
  await bed.facts.waitFor(sessionEnded, fact => fact.sessionId === two.session.sessionId)
  expect(await bed.facts.waitFor(passwordChanged, fact => fact.personId === personId)).toEqual({
    changeId: expect.any(String),
    personId,
    cityId: 'mitaka',
  })
})

test('S8: an old password logs in to nothing but the change, and is gone after it', async () => {
  const person = await imported(bed, { password: 'ab12' })
  const login = loginOf(person, { password: 'ab12' })
  const { token, session } = await loggedIn(bed, login)
  expect(session.mustChangePassword).toBe(true)
  expect(valueOf(await bed.call(findSession, { token })).mustChangePassword).toBe(true)
  const changed = valueOf(await change(token, NEW))
  expect(changed.session.mustChangePassword).toBe(false)
  expect(codeOf(await bed.call(startLogin, login))).toBe('credentials-wrong')
  const again = await loggedIn(bed, loginOf(person, { password: NEW }))
  expect(again.session.mustChangePassword).toBe(false)
})

test('A12: the new password keeps today’s rule', async () => {
  const { token } = await loggedIn(
    bed,
    loginOf(await imported(bed, { password: 'abcd1234' }), { password: 'abcd1234' }),
  )
  expect(await change(token, 'ab12')).toEqual({
    ok: false,
    refusal: { code: 'weak-password', detail: { reason: 'too-short' } },
  })
  expect(await change(token, '井口はるか2024')).toMatchObject({
    refusal: { code: 'weak-password', detail: { reason: 'contains-name' } },
  })
})

test('A36: neither the old nor the temporary password becomes the new one', async () => {
  const person = await imported(bed)
  const { token: whole } = await loggedIn(bed, loginOf(person))
  expect(codeOf(await change(whole, PASSWORD, PASSWORD))).toBe('same-password')

  const { memberNumber, name, birthDate, mail } = person
  const claim = { cityId: 'mitaka', memberNumber, name, birthDate, mail, source: 'home' }
  valueOf(await bed.call(requestPasswordHelp, claim))
  const [help] = await bed.sql<{ help_id: string }>(
    'select help_id from identity.password_helps where person_id = $1',
    [person.personId],
  )
  const { password } = valueOf(await bed.call(getPasswordHelpMail, { helpId: help?.help_id ?? '' }))
  const { token } = await loggedIn(bed, loginOf(person, { password }))
  expect(codeOf(await change(token, password.toUpperCase()))).toBe('same-password')
  expect(codeOf(await change(token, PASSWORD))).toBe('same-password')
  expect(codeOf(await change(token, NEW))).toBe('done')
  expect(codeOf(await bed.call(startLogin, loginOf(person, { password })))).toBe('credentials-wrong')
})

test('of changes that race, one counts, and its session lives', async () => {
  const { token } = await loggedIn(bed, loginOf(await imported(bed)))
  const outcomes = await Promise.all(
    Array.from({ length: 4 }, (_, nr) => change(token, `${NEW}${nr}`, PASSWORD)),
  )
  expect(outcomes.map(codeOf).toSorted()).toEqual(['done', 'no-session', 'no-session', 'no-session'])
  const [won] = outcomes.filter(outcome => outcome.ok)
  expect(await find(won?.ok ? won.value.token : '')).toBe('done')
})

test('guesses of the current password are throttled, and logging in is not', async () => {
  const person = await imported(bed)
  const { token } = await loggedIn(bed, loginOf(person))
  for (let round = 0; round < 10; round += 1)
    expect(codeOf(await change(token, NEW, `guess ${round}`))).toBe('current-password-wrong')
  expect(await change(token, NEW, PASSWORD)).toEqual({
    ok: false,
    refusal: { code: 'too-many-attempts', detail: { retryAfterSeconds: 900 } },
  })
  await loggedIn(bed, loginOf(person))
})

test('without a session there is nothing to change', async () => {
  expect(codeOf(await change('nobody', NEW, PASSWORD))).toBe('no-session')
})
