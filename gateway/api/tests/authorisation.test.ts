import { publishNotice } from '@asaichi/contract/catalog/staff.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { AREAS } from '../src/routes/all.ts'
import { type ApiBed, startApiBed } from './api-bed.ts'
import { PEOPLE, type Person } from './neighbours.ts'
import { SAMPLES } from './route-samples.ts'

let door: ApiBed
beforeAll(async () => {
  door = await startApiBed()
})
afterAll(() => door[Symbol.asyncDispose]())
beforeEach(() => door.neighbours.forget())

test('H2: an operator has no business of a city’s but its admins', async () => {
  const rows = Object.entries(SAMPLES).filter(
    ([, { expected }]) => expected[0] === 401 && expected[2] === 403,
  )
  expect(rows.length).toBeGreaterThan(30)
  for (const [name, { path, json, headers, operator = 403 }] of rows) {
    const [method = '', template = ''] = name.split(' ')
    const sent = { as: 'operator', ...(json !== undefined && { json }), ...(headers && { headers }) } as const
    expect([name, (await door.send([method, path ?? template], sent)).status]).toEqual([name, operator])
  }
})

const WHO = [
  undefined,
  'resident',
  'stranger',
  'staffElsewhere',
  'staff',
  'admin',
] as const satisfies readonly (Person | undefined)[]

const Paths = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })

async function documentedRoutes(): Promise<readonly string[]> {
  const { paths } = Paths.parse((await door.send(['GET', '/openapi.json'])).json)
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
  )
}

test('H2: the matrix has a row for every route of the OpenAPI document, and no other', async () => {
  expect([...(await documentedRoutes())].toSorted()).toEqual(Object.keys(SAMPLES).toSorted())
})

test('H2: the OpenAPI document has every route of the tables', async () => {
  const routes = AREAS.flatMap(area => area.routes.map(each => `${each.method.toUpperCase()} ${each.path}`))
  expect([...(await documentedRoutes())].toSorted()).toEqual(routes.toSorted())
})

describe('H2: each route answers each person as the matrix says', () => {
  for (const [name, { path, json, headers, actsFor, expected }] of Object.entries(SAMPLES))
    for (const [index, as] of WHO.entries())
      test(`${name} as ${as ?? 'nobody'}: ${expected[index]}`, async () => {
        const [method = '', template = ''] = name.split(' ')
        const answer = await door.send([method, path ?? template], {
          ...(json !== undefined && { json }),
          ...(headers && { headers }),
          ...(as && { as }),
        })
        expect([answer.status, answer.text]).toEqual([expected[index], answer.text])
        expectOnlyTheSessionsActor(actsFor ?? as)
      })
})

test('a notice is published in the city of the session, whoever asks', async () => {
  const json = { venueId: null, date: '2024-11-01', title: 'お知らせ', body: '本文' }
  await door.send(['POST', '/api/staff/notices'], { as: 'staffElsewhere', json })
  expect(door.neighbours.inputsOf(publishNotice)).toMatchObject([
    { cityId: 'sapporo', actor: { role: 'staff', cityId: 'sapporo' } },
  ])
})

test('A11, A26: identity in headers is ignored, in query and body refused', async () => {
  const headers = {
    'x-user-id': PEOPLE.admin.personId,
    'x-role': 'admin',
    authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJyb2xlIjoiYWRtaW4ifQ.',
  }
  expect(await door.send(['GET', '/api/me'], { headers })).toMatchObject({ status: 401 })
  const claimed = await door.send(['GET', '/api/me?role=admin'], { as: 'resident', headers })
  expect(claimed).toMatchObject({ status: 422, json: { errors: [{ path: 'role' }] } })
  const asResident = await door.send(['GET', '/api/me'], { as: 'resident', headers })
  expect(asResident.json).toMatchObject({ role: 'resident', personId: PEOPLE.resident.personId })
  const { sessionId: _, isFresh: _fresh, ...me } = PEOPLE.resident
  expect(asResident.json).toEqual(me)
})

test('the demo’s clock is not there where the clock is real', async () => {
  const real = await door.another({ TOWN_CLOCK: 'real' })
  for (const method of ['GET', 'POST'])
    expect(
      await real.send([method, '/api/demo/clock'], { as: 'admin', json: { advanceMs: 1 } }),
    ).toMatchObject({ status: 404, json: { code: 'not-found' } })
  expect((await real.send(['GET', '/openapi.json'])).text).not.toContain('/api/demo')
})

const WithActor = z.object({ input: z.object({ actor: z.unknown() }).or(z.object({ asker: z.unknown() })) })

function expectOnlyTheSessionsActor(as: Person | undefined): void {
  const session = as && PEOPLE[as]
  const own = session && { personId: session.personId, role: session.role, cityId: session.cityId }
  for (const question of door.neighbours.asked()) {
    const parsed = WithActor.safeParse(question).data
    if (parsed) expect(Object.values(parsed.input)[0]).toEqual(own)
  }
}
