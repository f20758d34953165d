import { type Actor, Role } from '@asaichi/contract/actor.ts'
import { cityChanged, createCity, getCity } from '@asaichi/contract/catalog/city.ts'
import { INSTALLATION } from '@asaichi/contract/installation.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { NEW_OFFICE } from '@asaichi/testkit/demo-city.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { startCatalogBed } from './catalog-bed.ts'

const bed = await forThisFile(startCatalogBed())
const actor: Actor = { personId: newId(), role: 'operator', cityId: INSTALLATION }
const office = NEW_OFFICE
const create = (cityId: string, by = actor) =>
  bed.call(createCity, { actor: by, cityId, name: '朝日市', office })

test('V9: an operator makes a city that everybody can read and whose services hear of it', async () => {
  const city = valueOf(await create('asahi'))
  expect(city).toMatchObject({ cityId: 'asahi', name: '朝日市', policy: { approval: 'staff' } })
  expect(valueOf(await bed.call(getCity, { cityId: 'asahi' }))).toEqual(city)
  await bed.facts.waitFor(cityChanged, fact => fact.city.cityId === 'asahi' && fact.version === 1)
})

test('V9: a city that is there stays as it is, whoever presses twice', async () => {
  const both = await Promise.all([create('futago'), create('futago')])
  expect(both.map(codeOf).toSorted()).toEqual(['done', 'id-taken'])
})

test('V9: only an operator makes a city, and none has the id of the installation', async () => {
  for (const role of Role.exclude(['operator']).options)
    expect(codeOf(await create('yoru', { ...actor, role, cityId: 'yoru' }))).toBe('not-allowed')
  await expect(create(INSTALLATION)).rejects.toThrow()
})
