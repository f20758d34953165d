import type { Actor } from '@asaichi/contract/actor.ts'
import { importPeople } from '@asaichi/contract/identity/import.ts'
import { findSession } from '@asaichi/contract/identity/login.ts'
import { getOwnData } from '@asaichi/contract/identity/own-data.ts'
import { applyPermission, permissionChanged } from '@asaichi/contract/identity/permission.ts'
import { listActs } from '@asaichi/contract/identity/profile.ts'
import { approvePermission, changeClass, getPerson } from '@asaichi/contract/identity/staff.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import {
  actor,
  imported,
  loggedIn,
  loginOf,
  newcomer,
  PASSWORD,
  publishCity,
  startIdentityBed,
} from './identity-bed.ts'

const CLASSES = [
  { classId: 'residents', name: '市内' },
  { classId: 'outside', name: '市外' },
]

const bed = await forThisFile(startIdentityBed())
await publishCity(bed, { cityId: 'mitaka', loginKinds: ['mail'], version: 2, classes: CLASSES })
await eventually(async () => {
  const [row] = await bed.sql<{ classes: unknown[] }>(
    `select classes from identity.cities where city_id = 'mitaka'`,
  )
  if (row?.classes.length !== 2) throw new Error('the classes have not arrived')
})
const staff = await actor(bed, 'staff')

const file = async (who: Pick<Actor, 'personId'>) =>
  valueOf(await bed.call(getPerson, { actor: staff, personId: who.personId }))
const change = (who: Pick<Actor, 'personId'>, expectedVersion: number, classId = 'outside', by = staff) =>
  bed.call(changeClass, { actor: by, personId: who.personId, expectedVersion, classId })

async function applicant(): Promise<Actor> {
  const who = await actor(bed, 'resident')
  valueOf(await bed.call(applyPermission, { actor: who, cityId: 'mitaka' }))
  return who
}

test('G11: nobody has a class of their own until staff say so, and old rows and facts are of the first', async () => {
  const who = await applicant()
  expect(await file(who)).not.toHaveProperty('classId')
})

test('G11: staff choose the class with the approval, and it travels with the permission', async () => {
  const who = await applicant()
  const contact = { by: 'counter' as const }
  const approve = (classId: string) =>
    bed.call(approvePermission, {
      actor: staff,
      personId: who.personId,
      expectedVersion: 1,
      contact,
      classId,
    })
  expect(codeOf(await approve('nowhere'))).toBe('unknown-class')
  expect(await file(who)).toMatchObject({ status: 'applied', version: 1, contacts: [] })
  expect(valueOf(await approve('outside'))).toMatchObject({ status: 'approved', classId: 'outside' })
  const fact = await bed.facts.waitFor(
    permissionChanged,
    each => each.personId === who.personId && each.status === 'approved',
  )
  expect(fact).toMatchObject({ classId: 'outside' })
  expect(fact).not.toHaveProperty('classOnly')
})

test('G11, V4: a changed class is a new version, an act on the account, and no decision to be mailed', async () => {
  const who = await applicant()
  expect(valueOf(await change(who, 1))).toMatchObject({ status: 'applied', version: 2, classId: 'outside' })
  const fact = await bed.facts.waitFor(
    permissionChanged,
    each => each.personId === who.personId && each.classId === 'outside',
  )
  expect(fact).toMatchObject({ status: 'applied', classOnly: true })
  const { items } = valueOf(await bed.call(listActs, { actor: who, limit: 20 }))
  expect(items.map(({ act, by }) => [act, by])).toContainEqual(['change-class', 'staff'])
})

test('G11, A75: a class that somebody else changed meanwhile is shown, not written over', async () => {
  const who = await applicant()
  valueOf(await change(who, 1))
  expect(await change(who, 1, 'residents')).toEqual({
    ok: false,
    refusal: { code: 'state-changed', detail: { status: 'applied', version: 2 } },
  })
  expect(await file(who)).toMatchObject({ classId: 'outside', version: 2 })
})

test('G11: also of somebody who has not applied yet; a later application and its return leave it', async () => {
  const who = await actor(bed, 'resident')
  expect(valueOf(await change(who, 0))).toMatchObject({ status: 'none', classId: 'outside' })
  valueOf(await bed.call(applyPermission, { actor: who, cityId: 'mitaka' }))
  expect(await file(who)).toMatchObject({ status: 'applied', classId: 'outside' })
})

test('G11: not by residents, not of oneself, not of a stranger, and no class that the city does not have', async () => {
  const who = await applicant()
  expect(codeOf(await change(who, 1, 'outside', who))).toBe('not-allowed')
  expect(codeOf(await change(staff, 0))).toBe('not-allowed')
  expect(codeOf(await change(who, 1, 'nowhere'))).toBe('unknown-class')
  const elsewhere = await actor(bed, 'resident', 'sapporo')
  expect(codeOf(await change(elsewhere, 0))).toBe('not-found')
  expect(await file(who)).toMatchObject({ version: 1 })
})

test('G11, V10: who is logged in has the class in the session, and gets it with the own data', async () => {
  const person = await imported(bed, { permission: 'approved' })
  valueOf(await change(person, 1))
  const { token, session } = await loggedIn(bed, loginOf(person))
  expect(session).toMatchObject({ classId: 'outside' })
  expect(valueOf(await bed.call(findSession, { token }))).toMatchObject({ classId: 'outside' })
  const who: Actor = { personId: person.personId, role: 'resident', cityId: 'mitaka' }
  const { permissions } = valueOf(await bed.call(getOwnData, { actor: who, password: PASSWORD }))
  expect(permissions).toMatchObject([{ cityId: 'mitaka', classId: 'outside' }])
})

test('S8, G11: an import takes the class by its id or its name, and all or none of a message', async () => {
  const { password: _p, acceptedTermsVersion: _t, source: _s, cityId: _c, ...profile } = newcomer()
  const line = (memberNumber: string, userClass: string) => ({
    ...profile,
    memberNumber,
    mail: `m${memberNumber}@example.jp`,
    role: 'resident' as const,
    permission: 'none' as const,
    language: 'ja' as const,
    userClass,
  })
  const bring = (...people: ReturnType<typeof line>[]) =>
    bed.call(importPeople, { cityId: 'mitaka', people, dryRun: false })
  expect(await bring(line('7770001', '市外'), line('7770002', '町内'))).toEqual({
    ok: false,
    refusal: { code: 'unknown-class', detail: { userClass: '町内' } },
  })
  expect(valueOf(await bring(line('7770001', '市外'), line('7770002', 'residents')))).toMatchObject({
    imported: 2,
  })
  const rows = await bed.sql(
    `select p.member_number, q.status, q.class_id from identity.persons p join identity.permissions q using (person_id)
     where p.member_number like '777000%' order by 1`,
  )
  expect(rows).toEqual([
    { member_number: '7770001', status: 'none', class_id: 'outside' },
    { member_number: '7770002', status: 'none', class_id: 'residents' },
  ])
})
