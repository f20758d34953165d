import { deviceRemembered, finishLogin, startLogin } from '@asaichi/contract/identity/login.ts'
import {
  getPasswordHelpMail,
  passwordHelpAsked,
  requestPasswordHelp,
} from '@asaichi/contract/identity/password.ts'
import { signOutPerson } from '@asaichi/contract/identity/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { createSecrets } from '../src/secrets.ts'
import { actor, challenged, imported, loggedIn, loginOf, startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())

/** Every budget of strangers is spent, for this account and in this network. */
async function besiege(mail: string, source: string): Promise<void> {
  const { bucket } = createSecrets(bed.config('identity').SECRET_KEY)
  const buckets = [
    bucket('wrong-account', source, 'mail', mail),
    bucket('wrong-source', source),
    bucket('wrong-anywhere', 'mail', mail),
    bucket('wrong-town'),
  ]
  await bed.sql(
    `insert into identity.attempts (bucket, window_start, count) select unnest($1::text[]), town_now(), 5000
     on conflict (bucket) do update set window_start = town_now(), count = 5000`,
    [buckets],
  )
}

async function knownDeviceOf(person: Parameters<typeof loginOf>[0]): Promise<string> {
  const { device } = await loggedIn(bed, loginOf(person), { stay: true })
  if (device === undefined) throw new Error('no mark was given')
  return device
}

test('P8, V3: strangers’ failures never refuse a right password on a known device, in their very network', async () => {
  const person = await imported(bed)
  const device = await knownDeviceOf(person)
  await besiege(person.mail, 'carrier')
  const login = loginOf(person, { source: 'carrier' })
  expect(codeOf(await bed.call(startLogin, login))).toBe('too-many-attempts')
  await loggedIn(bed, { ...login, device })
})

test('V3: a known device has ten tries of its own, and its failures touch nobody else', async () => {
  const person = await imported(bed)
  const device = await knownDeviceOf(person)
  const login = loginOf(person, { source: 'home', device, password: 'was it this one' })
  for (let round = 0; round < 10; round += 1)
    expect(codeOf(await bed.call(startLogin, login))).toBe('credentials-wrong')
  expect(codeOf(await bed.call(startLogin, { ...login, password: person.password }))).toBe(
    'too-many-attempts',
  )
  await loggedIn(bed, loginOf(person, { source: 'home' }))
})

test('V3: a mark counts for the accounts it was given to, unaltered, and for no other', async () => {
  const [person, other] = [await imported(bed), await imported(bed)]
  const device = await knownDeviceOf(person)
  await besiege(other.mail, 'carrier')
  const tries = [device, `${newId()}.${device.split('.')[1]}`, newId(), 'x'.repeat(200), '']
  for (const mark of tries)
    expect(codeOf(await bed.call(startLogin, loginOf(other, { source: 'carrier', device: mark })))).toBe(
      'too-many-attempts',
    )
  // One browser of a household: the same mark, known to both after the other has logged in with it.
  const both = await loggedInWith(other, device)
  expect(both).toBe(device)
  await loggedIn(bed, loginOf(other, { source: 'carrier', device }))
})

async function loggedInWith(
  person: Parameters<typeof loginOf>[0],
  device: string,
): Promise<string | undefined> {
  const { challengeId, code } = await challenged(bed, loginOf(person))
  return valueOf(await bed.call(finishLogin, { challengeId, code, stay: true, device })).device
}

test('M6, V3: whoever does not stay logged in leaves no mark, and the mark says nothing of anybody', async () => {
  const person = await imported(bed)
  expect(await loggedIn(bed, loginOf(person), { stay: false })).not.toHaveProperty('device')
  const device = await knownDeviceOf(person)
  for (const personal of [person.personId, person.mail, person.memberNumber])
    expect(device).not.toContain(personal)
})

test('P: who logged in before is told of a device that stays logged in for the first time, and of no other login', async () => {
  const person = await imported(bed)
  const device = await knownDeviceOf(person)
  await loggedInWith(person, device)
  await loggedIn(bed, loginOf(person), { stay: false })
  const told = () => bed.facts.of(deviceRemembered).filter(({ personId }) => personId === person.personId)
  await knownDeviceOf(person)
  await bed.facts.waitFor(deviceRemembered, ({ personId }) => personId === person.personId)
  expect(told()).toHaveLength(1)
})

test('V3: staff who log somebody out of a lost phone make it a stranger', async () => {
  const person = await imported(bed, { permission: 'approved' })
  const device = await knownDeviceOf(person)
  const staff = await actor(bed, 'staff')
  valueOf(await bed.call(signOutPerson, { actor: staff, personId: person.personId }))
  await besiege(person.mail, 'carrier')
  expect(codeOf(await bed.call(startLogin, loginOf(person, { source: 'carrier', device })))).toBe(
    'too-many-attempts',
  )
})

test('V3: a person has at most twenty known devices, the latest ones', async () => {
  const person = await imported(bed)
  const first = await knownDeviceOf(person)
  await bed.at('2024-11-02T12:00:01.000Z')
  for (let round = 0; round < 20; round += 1) await knownDeviceOf(person)
  const rows = await bed.sql<{ device_id: string }>(
    'select device_id from identity.known_devices where person_id = $1',
    [person.personId],
  )
  expect(rows).toHaveLength(20)
  expect(rows.map(({ device_id }) => device_id)).not.toContain(first.split('.')[0])
})

test('S9, V3: a mailed temporary password gets in through any siege', async () => {
  const person = await imported(bed)
  await besiege(person.mail, 'carrier')
  valueOf(await bed.call(requestPasswordHelp, { cityId: 'mitaka', mail: person.mail, source: 'carrier' }))
  const [row] = await bed.sql<{ help_id: string }>(
    'select help_id from identity.password_helps where person_id = $1',
    [person.personId],
  )
  const helpId = row?.help_id ?? ''
  await bed.facts.waitFor(passwordHelpAsked, fact => fact.helpId === helpId)
  const { password } = valueOf(await bed.call(getPasswordHelpMail, { helpId }))
  const login = loginOf(person, { source: 'carrier' })
  expect(codeOf(await bed.call(startLogin, login))).toBe('too-many-attempts')
  await loggedIn(bed, { ...login, password })
})

test('a mark is forgotten half a year after the last login with it', async () => {
  const person = await imported(bed)
  await knownDeviceOf(person)
  await bed.at('2025-05-03T18:00:00.001Z')
  expect(await bed.sql('select 1 from identity.known_devices')).toEqual([])
})
