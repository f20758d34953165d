import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Route } from '../src/http/route.ts'
import { AREAS } from '../src/routes/all.ts'
import { type ApiBed, startApiBed } from './api-bed.ts'
import { SAMPLES } from './route-samples.ts'

let door: ApiBed
beforeAll(async () => {
  door = await startApiBed()
})
afterAll(() => door[Symbol.asyncDispose]())

const ELSEWHERE = { origin: 'https://machi.example' }
const ROUTES: readonly Route[] = AREAS.flatMap(area => [...area.routes])
const READS = ROUTES.filter(route => route.method === 'get')
const OPEN = READS.filter(route => route.open)

function pathOf(route: Route): string {
  return SAMPLES[`GET ${route.path}`]?.path ?? route.path
}

describe('A29: what every site may read', () => {
  test('are reads that anyone may ask for, and know no session', () => {
    expect(OPEN.length).toBeGreaterThanOrEqual(20)
    expect(
      ROUTES.filter(route => route.open && (route.method !== 'get' || route.access !== 'anyone')),
    ).toEqual([])
    const personal = READS.filter(({ path }) =>
      /session|calendar|\/me|my|mine|reservations|staff|demo/.test(path),
    )
    expect(personal.filter(route => route.open)).toEqual([])
  })

  test.each(OPEN.map(route => [route.path, route] as const))('%s', async (_path, route) => {
    const answer = await door.send(['GET', pathOf(route)], { headers: ELSEWHERE })
    expect(answer.headers['access-control-allow-origin']).toBe('*')
    expect(answer.headers).not.toHaveProperty('access-control-allow-credentials')
    expect(answer.headers).not.toHaveProperty('set-cookie')
    const asResident = await door.send(['GET', pathOf(route)], { as: 'resident', headers: ELSEWHERE })
    expect(asResident.status).toBe(answer.status)
  })

  test('a refusal is readable too, and so is the tag of an answer', async () => {
    expect(await door.send(['GET', '/api/venues/nowhere'], { headers: ELSEWHERE })).toMatchObject({
      status: 404,
      headers: {
        'access-control-allow-origin': '*',
        'access-control-expose-headers': expect.stringContaining('etag'),
      },
    })
  })

  test('nothing else is', async () => {
    for (const route of READS.filter(read => !read.open)) {
      const { headers } = await door.send(['GET', pathOf(route)], { as: 'resident', headers: ELSEWHERE })
      expect([route.path, Object.keys(headers).filter(name => name.startsWith('access-control'))]).toEqual([
        route.path,
        [],
      ])
    }
  })
})

test('A41: every read refuses a parameter it does not know, whether it has others or none', async () => {
  for (const route of READS) {
    const path = pathOf(route)
    const asked = `${path}${path.includes('?') ? '&' : '?'}nonsense=1`
    const answer = await door.send(['GET', asked], { as: 'admin' })
    // A door that is shut says so first.
    if ([401, 403, 404].includes(answer.status)) continue
    expect([asked, answer.status, answer.json]).toMatchObject([
      asked,
      422,
      { errors: [{ path: 'nonsense' }] },
    ])
  }
})

test('A41: a parameter given twice is refused, and neither of the two counts', async () => {
  const once = '/api/listings/room-free/availability?month=2024-12'
  expect((await door.send(['GET', once])).status).toBe(200)
  expect((await door.send(['GET', `${once}&month=2025-01`])).status).toBe(422)
})
