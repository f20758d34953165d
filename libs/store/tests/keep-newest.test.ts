import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../src/database.ts'
import { keepNewest } from '../src/keep-newest.ts'
import { type OwnStore, openOwn, prepareStore } from './own-store.ts'

type Permission = {
  readonly person_id: number
  readonly city_id: string
  readonly version: number
  readonly status: string | null
}

let store: OwnStore
let database: Database<unknown>
beforeAll(async () => {
  store = await prepareStore()
  await store.sql(`
    create table lottery.permissions (person_id int, city_id text, version int not null, status text, primary key (person_id, city_id));
    grant all on lottery.permissions to public`)
})
afterAll(() => store[Symbol.asyncDispose]())
beforeEach(async () => {
  database = openOwn(store)
  await store.sql('delete from lottery.permissions')
})

test('a copy takes a newer version whole, and tells that it was new', async () => {
  expect(await keep({ person_id: 1, city_id: 'mitaka', version: 1, status: 'applied' })).toBe(true)
  expect(await keep({ person_id: 1, city_id: 'mitaka', version: 3, status: null })).toBe(true)
  expect(await kept()).toEqual([{ person_id: 1, city_id: 'mitaka', version: 3, status: null }])
})

test.each([2, 1])('a fact told again or late (version %i after 2) changes nothing', async version => {
  await keep({ person_id: 1, city_id: 'mitaka', version: 2, status: 'approved' })
  expect(await keep({ person_id: 1, city_id: 'mitaka', version, status: 'applied' })).toBe(false)
  expect(await kept()).toEqual([{ person_id: 1, city_id: 'mitaka', version: 2, status: 'approved' }])
})

test('each key has a version of its own', async () => {
  await keep({ person_id: 1, city_id: 'mitaka', version: 5, status: 'approved' })
  expect(await keep({ person_id: 1, city_id: 'sapporo', version: 1, status: 'applied' })).toBe(true)
  expect(await kept()).toHaveLength(2)
})

function keep(row: Permission): Promise<boolean> {
  return keepNewest<Permission>(database.db, 'permissions', { key: ['person_id', 'city_id'], row })
}

function kept() {
  return store.sql('select * from lottery.permissions order by city_id')
}
