import type { Actor, PermissionStatus } from '@asaichi/contract/actor.ts'
import { getPermissionMail } from '@asaichi/contract/identity/mail-facts.ts'
import { applyPermission, getPermission, permissionChanged } from '@asaichi/contract/identity/permission.ts'
import { approvePermission, listApplicants, returnPermission } from '@asaichi/contract/identity/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { actor, imported, startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())
const staff = await actor(bed, 'staff')

const contact = { by: 'phone' as const, note: '本人と話した' }

const apply = (who: Actor, cityId = 'mitaka') => bed.call(applyPermission, { actor: who, cityId })
const state = async (who: Actor) => valueOf(await bed.call(getPermission, { actor: who, cityId: 'mitaka' }))
const approve = (who: Actor, version: number, by = staff) =>
  bed.call(approvePermission, { actor: by, personId: who.personId, expectedVersion: version, contact })
const giveBack = (who: Actor, version: number, by = staff) =>
  bed.call(returnPermission, {
    actor: by,
    personId: who.personId,
    expectedVersion: version,
    reason: '住所が不足',
  })

async function applicant(): Promise<Actor> {
  const who = await actor(bed, 'resident')
  valueOf(await apply(who))
  return who
}

test('M7, M8: 未申請 → 申請中 → 承認, visible at each step, with the contact and the act on record', async () => {
  const who = await actor(bed, 'resident')
  expect(await state(who)).toMatchObject({ status: 'none', version: 0, changedAt: null })
  expect(valueOf(await apply(who))).toMatchObject({
    status: 'applied',
    version: 1,
    changedAt: '2024-11-02T12:00:00.000Z',
  })
  expect(valueOf(await approve(who, 1))).toMatchObject({ status: 'approved', version: 2, reason: null })
  expect(await state(who)).toMatchObject({ status: 'approved', version: 2 })
  const contacts = await bed.sql('select by, note, staff_id from identity.contacts where person_id = $1', [
    who.personId,
  ])
  expect(contacts).toEqual([{ by: 'phone', note: '本人と話した', staff_id: staff.personId }])
  const acts = await bed.sql(
    'select act, actor_id, actor_role, city_id from identity.audit where subject_id = $1',
    [who.personId],
  )
  expect(acts).toEqual([
    { act: 'approve-permission', actor_id: staff.personId, actor_role: 'staff', city_id: 'mitaka' },
  ])
})

test('M7: 差し戻し carries its reason, and the resident applies again', async () => {
  const who = await applicant()
  expect(valueOf(await giveBack(who, 1))).toMatchObject({
    status: 'returned',
    version: 2,
    reason: '住所が不足',
  })
  const key = { personId: who.personId, cityId: 'mitaka' }
  expect(valueOf(await bed.call(getPermissionMail, key))).toEqual({
    status: 'returned',
    reason: '住所が不足',
  })
  expect(valueOf(await apply(who))).toMatchObject({ status: 'applied', version: 3, reason: null })
  expect(codeOf(await approve(who, 3))).toBe('done')
})

test('M7: applying again while 申請中 or 承認 changes nothing and answers the state', async () => {
  const who = await applicant()
  expect(valueOf(await apply(who))).toMatchObject({ status: 'applied', version: 1 })
  valueOf(await approve(who, 1))
  expect(valueOf(await apply(who))).toMatchObject({ status: 'approved', version: 2 })
})

test('M7: applications that race are one', async () => {
  const who = await actor(bed, 'resident')
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => apply(who)))
  expect(outcomes.map(outcome => valueOf(outcome).version)).toEqual([1, 1, 1, 1, 1, 1])
})

test('apply refuses an unknown city and a suspended person', async () => {
  const { personId } = await imported(bed, { permission: 'suspended' })
  const who: Actor = { personId, role: 'resident', cityId: 'mitaka' }
  expect(codeOf(await apply(who, 'nowhere'))).toBe('unknown-city')
  expect(codeOf(await apply(who))).toBe('suspended')
  expect(valueOf(await apply(who, 'sapporo'))).toMatchObject({ status: 'applied', cityId: 'sapporo' })
})

test('A75: approving twice, a stale version, or what was returned answers the state as it is', async () => {
  const who = await applicant()
  const changed = (status: PermissionStatus, version: number) => ({
    ok: false,
    refusal: { code: 'state-changed', detail: { status, version } },
  })
  expect(await approve(who, 0)).toEqual(changed('applied', 1))
  valueOf(await giveBack(who, 1))
  expect(await approve(who, 2)).toEqual(changed('returned', 2))
  valueOf(await apply(who))
  valueOf(await approve(who, 3))
  expect(await approve(who, 3)).toEqual(changed('approved', 4))
  expect(await approve(who, 4)).toEqual(changed('approved', 4))
  expect(await giveBack(who, 4)).toEqual(changed('approved', 4))
  expect(await bed.sql('select 1 from identity.contacts where person_id = $1', [who.personId])).toHaveLength(
    1,
  )
  expect(await bed.sql('select 1 from identity.audit where subject_id = $1', [who.personId])).toHaveLength(2)
})

test('two staff who decide at once: one wins, the other learns that the state changed', async () => {
  const second = await actor(bed, 'admin')
  for (let round = 0; round < 5; round += 1) {
    const who = await applicant()
    const outcomes = await Promise.all([approve(who, 1), approve(who, 1, second), giveBack(who, 1, second)])
    expect(outcomes.map(codeOf).toSorted()).toEqual(['done', 'state-changed', 'state-changed'])
    expect(await bed.sql('select 1 from identity.audit where subject_id = $1', [who.personId])).toHaveLength(
      1,
    )
  }
})

test('A47, A76: residents may not decide, and another city’s or nobody’s application is not found', async () => {
  const who = await applicant()
  const elsewhere = await actor(bed, 'staff', 'sapporo')
  expect(codeOf(await approve(who, 1, who))).toBe('not-allowed')
  expect(codeOf(await giveBack(who, 1, who))).toBe('not-allowed')
  expect(codeOf(await approve(who, 1, elsewhere))).toBe('not-found')
  expect(codeOf(await giveBack(who, 1, elsewhere))).toBe('not-found')
  expect(codeOf(await approve({ ...who, personId: newId() }, 1))).toBe('not-found')
  expect(await state(who)).toMatchObject({ status: 'applied', version: 1 })
})

test('M7: an approval needs a contact, and a return a reason', async () => {
  const who = await applicant()
  const asked = { actor: staff, personId: who.personId, expectedVersion: 1 }
  const malformed = { kind: 'malformed' }
  expect(
    codeOf(await bed.call(approvePermission, { ...asked, personId: (await applicant()).personId })),
  ).toBe('contact-needed')
  await expect(bed.call(returnPermission, { ...asked, reason: '  ' })).rejects.toMatchObject(malformed)
})

test('M15: each change is told with its version and the day of adulthood, and nothing else of the person', async () => {
  const { personId } = await imported(bed, { birthDate: '2008-02-29' })
  const who: Actor = { personId, role: 'resident', cityId: 'mitaka' }
  valueOf(await apply(who))
  valueOf(await approve(who, 1))
  await bed.facts.waitFor(permissionChanged, fact => fact.personId === personId && fact.status === 'approved')
  expect(bed.facts.of(permissionChanged).filter(fact => fact.personId === personId)).toEqual([
    { personId, cityId: 'mitaka', status: 'applied', adultFrom: '2026-03-01', alikeId: expect.any(String) },
    { personId, cityId: 'mitaka', status: 'approved', adultFrom: '2026-03-01', alikeId: expect.any(String) },
  ])
  const rows = await bed.sql(
    'select version, snapshot from identity.outbox where aggregate_id = $1 order by seq',
    [`${personId}:mitaka`],
  )
  expect(rows).toEqual([
    { version: 1, snapshot: true },
    { version: 2, snapshot: true },
  ])
})

test('V4: the audit can be added to and not changed', async () => {
  const denied = /append-only/
  await expect(bed.sql(`update identity.audit set act = 'nothing'`)).rejects.toThrow(denied)
  await expect(bed.sql('delete from identity.audit')).rejects.toThrow(denied)
  await expect(bed.sql('truncate identity.audit')).rejects.toThrow(denied)
})

test('mail I of a permission nobody decided here is not found', async () => {
  const { personId } = await imported(bed, { permission: 'approved' })
  expect(codeOf(await bed.call(getPermissionMail, { personId, cityId: 'mitaka' }))).toBe('not-found')
  expect(codeOf(await bed.call(getPermissionMail, { personId: newId(), cityId: 'mitaka' }))).toBe('not-found')
})

test('M7: the queue is the city’s own, oldest application first, page by page', async () => {
  const cityId = 'chofu'
  const chofu = await actor(bed, 'staff', cityId)
  const people: Actor[] = []
  for (let minute = 1; minute <= 5; minute += 1) {
    // Two apply in the same instant, so that the order of a tie is seen across a page's edge.
    await bed.at(`2024-11-02T12:0${Math.ceil(minute / 2)}:00.123Z`)
    const who = await actor(bed, 'resident', cityId)
    valueOf(await apply(who, cityId))
    people.push(who)
  }
  const list = async (after?: string, status: PermissionStatus = 'applied') =>
    valueOf(await bed.call(listApplicants, { actor: chofu, limit: 3, status, ...(after && { after }) }))
  const first = await list()
  const second = await list(first.next ?? '')
  expect(first.items).toHaveLength(3)
  expect(second.next).toBeNull()
  const items = [...first.items, ...second.items]
  expect(items.map(item => item.personId).toSorted()).toEqual(people.map(who => who.personId).toSorted())
  const places = items.map(item => `${item.appliedAt} ${item.personId}`)
  expect(places).toEqual(places.toSorted())

  const [oldest] = items
  if (!oldest) throw new Error('the queue is empty')
  expect(oldest).toMatchObject({
    name: '井口 はるか',
    birthDate: '1990-05-17',
    address: '三鷹市井の頭9-9-9',
    appliedAt: '2024-11-02T12:01:00.123Z',
    contacts: [],
  })
  const { personId } = oldest
  valueOf(await bed.call(approvePermission, { actor: chofu, personId, expectedVersion: 1, contact }))
  expect((await list()).items.map(item => item.personId)).not.toContain(personId)
  const [approved] = (await list(undefined, 'approved')).items
  expect(approved).toMatchObject({ personId, contacts: [{ by: 'phone', note: '本人と話した' }] })
})

test('M7: the imported without an application stand first in a queue and page as well', async () => {
  const cityId = 'sapporo'
  const one = await imported(bed, { cityId, permission: 'approved' })
  const two = await imported(bed, { cityId, permission: 'approved' })
  const sapporo = await actor(bed, 'staff', cityId)
  const list = async (after?: string) =>
    valueOf(
      await bed.call(listApplicants, {
        actor: sapporo,
        status: 'approved',
        limit: 1,
        ...(after && { after }),
      }),
    )
  const first = await list()
  const second = await list(first.next ?? '')
  expect([first, second].flatMap(page => page.items.map(item => item.personId)).toSorted()).toEqual(
    [one.personId, two.personId].toSorted(),
  )
  expect(second.next).toBeNull()
})

test('residents may not read the queue, and a cursor of another make is malformed', async () => {
  const resident = await actor(bed, 'resident')
  expect(codeOf(await bed.call(listApplicants, { actor: resident }))).toBe('not-allowed')
  for (const after of ['1', `x_${newId()}`, `1_${newId()}'`])
    await expect(bed.call(listApplicants, { actor: staff, after })).rejects.toMatchObject({
      kind: 'malformed',
    })
})
