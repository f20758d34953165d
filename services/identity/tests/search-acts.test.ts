import type { Actor } from '@asaichi/contract/actor.ts'
import { searchActs } from '@asaichi/contract/identity/acts.ts'
import { applyPermission } from '@asaichi/contract/identity/permission.ts'
import { approvePermission, getPerson } from '@asaichi/contract/identity/staff.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { actor, imported, startIdentityBed } from './identity-bed.ts'

const bed = await forThisFile(startIdentityBed())
const cityId = 'mitaka'
const admin = await actor(bed, 'admin')
const staff = await actor(bed, 'staff')

type Query = Omit<z.input<(typeof searchActs)['input']>, 'actor' | 'cityId'>
const search = (query: Query, who = admin, city = cityId) =>
  bed.call(searchActs, { actor: who, cityId: city, ...query })
const found = async (query: Query) => valueOf(await search(query)).items

test('V4: an admin finds what was done in the city: by whom, to whom, what and when', async () => {
  const one = await decidedOn(staff)
  await bed.at('2024-11-02T13:00:00.000Z')
  const other = await decidedOn(staff)
  const at = '2024-11-02T12:30:00.000Z'
  expect(await found({ by: staff.personId, act: 'approve-permission' })).toMatchObject([
    { by: { personId: staff.personId }, about: { personId: other.personId, name: other.name } },
    { about: { personId: one.personId, name: one.name } },
  ])
  const of = { by: staff.personId, about: other.personId }
  expect((await found(of)).map(({ act }) => act)).toEqual(['approve-permission', 'view-person'])
  expect(await found({ ...of, until: at })).toEqual([])
  expect(await found({ about: one.personId, from: at })).toEqual([])
  expect(await found({ about: one.personId, until: at })).not.toEqual([])
})

test('V4: the log is read page by page, newest first', async () => {
  for (let nr = 0; nr < 3; nr++) await decidedOn(staff)
  const query = { by: staff.personId, act: 'approve-permission', limit: 2 } as const
  const first = valueOf(await search(query))
  const second = valueOf(await search({ ...query, ...(first.next !== null && { after: first.next }) }))
  const seen = [...first.items, ...second.items].map(({ about }) => about.personId)
  expect(seen).toHaveLength(4)
  expect(new Set(seen).size).toBe(4)
})

test('A78: a search of the log names people, so it stands in the log itself, and staff, residents and other cities have none', async () => {
  await found({ act: 'log-in' })
  expect(await found({ by: admin.personId, act: 'search-people' })).not.toEqual([])
  expect(codeOf(await search({}, staff))).toBe('not-allowed')
  expect(codeOf(await search({}, { ...staff, role: 'resident' }))).toBe('not-allowed')
  expect(codeOf(await search({}, admin, 'sapporo'))).toBe('not-found')
  const elsewhere = await actor(bed, 'admin', 'sapporo')
  expect(valueOf(await search({ by: staff.personId }, elsewhere, 'sapporo')).items).toEqual([])
})

test('A78: an admin who searches without end is told to wait', async () => {
  const busy = await actor(bed, 'admin')
  for (let nr = 0; nr < 100; nr++) valueOf(await search({ act: 'log-in', limit: 1 }, busy))
  expect(codeOf(await search({}, busy))).toBe('too-many-attempts')
})

async function decidedOn(by: Actor) {
  const who = await imported(bed)
  const { personId } = who
  const resident = { personId, role: 'resident', cityId } as const
  valueOf(await bed.call(applyPermission, { actor: resident, cityId }))
  valueOf(await bed.call(getPerson, { actor: by, personId }))
  const { version } = valueOf(await bed.call(getPerson, { actor: by, personId }))
  valueOf(
    await bed.call(approvePermission, {
      actor: by,
      personId,
      expectedVersion: version,
      contact: { by: 'phone' },
    }),
  )
  return who
}
