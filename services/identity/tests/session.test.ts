import { findSession, finishLogin, logout, sessionEnded } from '@asaichi/contract/identity/login.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { imported, loggedIn, loginOf, startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())

const find = (token: string) => bed.call(findSession, { token })

test('S1: a token finds its session, with the name the pages show', async () => {
  const person = await imported(bed)
  const { token, session } = await loggedIn(bed, loginOf(person))
  expect(valueOf(await find(token))).toEqual(session)
  expect(session.name).toBe(person.name)
})

test('A22: after logout the token finds nothing, once told and twice done', async () => {
  const { token, session } = await loggedIn(bed, loginOf(await imported(bed)))
  expect(codeOf(await bed.call(logout, { token }))).toBe('done')
  expect(codeOf(await find(token))).toBe('no-session')
  expect(codeOf(await bed.call(logout, { token }))).toBe('done')
  const { sessionId, personId } = session
  expect(await bed.facts.waitFor(sessionEnded, fact => fact.sessionId === sessionId)).toEqual({
    sessionId,
    personId,
  })
  await Promise.all([bed.call(logout, { token }), bed.call(logout, { token })])
  expect(await bed.sql('select 1 from identity.outbox where aggregate_id = $1', [sessionId])).toHaveLength(1)
})

test('A25: a token that is none finds nothing and ends nothing', async () => {
  for (const token of ['', 'x', 'eyJhbGciOiJub25lIn0.e30.']) {
    expect(codeOf(await find(token))).toBe('no-session')
    expect(codeOf(await bed.call(logout, { token }))).toBe('done')
  }
})

test('A21: every login makes a session of its own, and one logout leaves the others', async () => {
  const person = await imported(bed)
  const [one, two] = [await loggedIn(bed, loginOf(person)), await loggedIn(bed, loginOf(person))]
  expect(one.token).not.toBe(two.token)
  await bed.call(logout, { token: one.token })
  expect(codeOf(await find(two.token))).toBe('done')
})

test('A22: a session ends when its role is taken away, and when one is given', async () => {
  const staff = await imported(bed, { role: 'staff' })
  const resident = await imported(bed)
  const asStaff = await loggedIn(bed, loginOf(staff))
  const asResident = await loggedIn(bed, loginOf(resident))
  const change = 'update identity.memberships set role = $2 where person_id = $1'
  await bed.sql(change, [staff.personId, 'resident'])
  await bed.sql(change, [resident.personId, 'staff'])
  expect(codeOf(await find(asStaff.token))).toBe('no-session')
  expect(codeOf(await find(asResident.token))).toBe('no-session')
})

test('D23: twelve idle hours end a session, use keeps it, and thirty days end it all the same', async () => {
  await bed.at('2024-11-03T00:00:00.000Z')
  const idle = await loggedIn(bed, loginOf(await imported(bed)))
  const used = await loggedIn(bed, loginOf(await imported(bed)))
  await bed.at('2024-11-03T00:00:30.000Z')
  expect(valueOf(await find(used.token)).expiresAt).toBe('2024-11-03T12:00:00.000Z')
  await bed.at('2024-11-03T11:59:59.999Z')
  expect(valueOf(await find(used.token)).expiresAt).toBe('2024-11-03T23:59:59.999Z')
  await bed.at('2024-11-03T12:00:00.000Z')
  expect(codeOf(await find(idle.token))).toBe('no-session')
  expect(codeOf(await find(used.token))).toBe('done')

  await bed.sql(`update identity.sessions set idle_until = '2024-12-02T20:00:00Z' where session_id = $1`, [
    used.session.sessionId,
  ])
  await bed.at('2024-12-02T19:00:00.000Z')
  expect(valueOf(await find(used.token)).expiresAt).toBe('2024-12-03T00:00:00.000Z')
  await bed.at('2024-12-02T23:59:59.999Z')
  expect(codeOf(await find(used.token))).toBe('done')
  await bed.at('2024-12-03T00:00:00.000Z')
  expect(codeOf(await find(used.token))).toBe('no-session')
})

test.each(['staff', 'admin'] as const)(
  'D23: thirty idle minutes end the session of %s; use keeps it, what the page asks by itself does not',
  async role => {
    await bed.at('2024-11-03T00:00:00.000Z')
    const ask = (token: string, isBackground: boolean) => bed.call(findSession, { token, isBackground })
    const login = async () => loggedIn(bed, loginOf(await imported(bed, { role })))
    const [used, watched] = [await login(), await login()]
    await bed.at('2024-11-03T00:29:59.999Z')
    expect(valueOf(await ask(used.token, false)).expiresAt).toBe('2024-11-03T00:59:59.999Z')
    expect(valueOf(await ask(watched.token, true)).expiresAt).toBe('2024-11-03T00:30:00.000Z')
    await bed.at('2024-11-03T00:30:00.000Z')
    expect(codeOf(await ask(used.token, true))).toBe('done')
    expect(codeOf(await ask(watched.token, true))).toBe('no-session')
    expect(codeOf(await ask(watched.token, false))).toBe('no-session')
    await bed.at('2024-11-03T00:59:59.999Z')
    expect(codeOf(await ask(used.token, false))).toBe('no-session')
  },
)

test('D23: a resident’s session is used by whatever the page asks', async () => {
  await bed.at('2024-11-03T00:00:00.000Z')
  const { token } = await loggedIn(bed, loginOf(await imported(bed)))
  await bed.at('2024-11-03T11:00:00.000Z')
  const found = valueOf(await bed.call(findSession, { token, isBackground: true }))
  expect(found.expiresAt).toBe('2024-11-03T23:00:00.000Z')
})

test('M6, D23: who asked to stay logged in is so after a weekend, and whoever works for the city is not', async () => {
  await bed.at('2024-11-01T09:44:00.000Z')
  const resident = await loggedIn(bed, loginOf(await imported(bed)), { stay: true })
  const passing = await loggedIn(bed, loginOf(await imported(bed)), { stay: false })
  const staff = await loggedIn(bed, loginOf(await imported(bed, { role: 'staff' })), { stay: true })
  expect(resident.session.expiresAt).toBe('2024-11-15T09:44:00.000Z')
  expect(staff.session.expiresAt).toBe('2024-11-01T10:14:00.000Z')
  await bed.at('2024-11-04T22:00:00.000Z')
  expect(codeOf(await find(passing.token))).toBe('no-session')
  expect(codeOf(await find(staff.token))).toBe('no-session')
  expect(valueOf(await find(resident.token)).expiresAt).toBe('2024-11-18T22:00:00.000Z')
  await bed.at('2024-11-18T22:00:00.000Z')
  expect(codeOf(await find(resident.token))).toBe('no-session')
})

test('a code of more than twenty characters is malformed', async () => {
  const challengeId = '019306f0-0000-7000-8000-000000000000'
  await expect(bed.call(finishLogin, { challengeId, code: '1'.repeat(21) })).rejects.toMatchObject({
    kind: 'malformed',
  })
})
