import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { AREAS } from '../src/routes/all.ts'
import { asksForFresh, STEP_UP } from '../src/routes/second-factor/step-up.ts'
import { type ApiBed, startApiBed } from './api-bed.ts'
import { SAMPLES } from './route-samples.ts'

let door: ApiBed
beforeAll(async () => {
  door = await startApiBed()
})
afterAll(() => door[Symbol.asyncDispose]())
beforeEach(() => door.neighbours.forget())

const ROUTES = AREAS.flatMap(area => [...area.routes])
const nameOf = ({ method, path }: { readonly method: string; readonly path: string }) => `${method} ${path}`
const OF_TEAM: ReadonlySet<string> = new Set(['staff', 'admin', 'operator', 'admin-or-operator', 'team'])

/** What asks for a fresh factor by what it is, so that a new one cannot be forgotten. */
const KINDS: readonly (readonly [kind: string, is: (route: (typeof ROUTES)[number]) => boolean])[] = [
  ['a file of staff’s', route => OF_TEAM.has(route.access) && 'mediaType' in route],
  ['a role or an invitation', ({ method, path }) => method !== 'get' && path.includes('/team/')],
  [
    'a draw that is given up or drawn again',
    ({ path }) => /\/staff\/rounds\/.*\/(cancel|redraw)$/.test(path),
  ],
  ['settings as a whole', ({ method }) => method === 'put'],
]

test.each(KINDS)('V9: %s asks for a fresh second factor', (_, is) => {
  const routes = ROUTES.filter(is)
  expect(routes.length).toBeGreaterThan(1)
  expect(routes.filter(route => !asksForFresh(route)).map(nameOf)).toEqual([])
})

test('V9: the list names routes, and those of a team alone', () => {
  const routes = ROUTES.filter(({ access }) => OF_TEAM.has(access)).map(nameOf)
  expect([...STEP_UP].filter(name => !routes.includes(name))).toEqual([])
})

describe('V9: an admin whose second factor is older than ten minutes', () => {
  for (const { method, path, access } of ROUTES.filter(({ access }) => OF_TEAM.has(access))) {
    const asks = STEP_UP.has(`${method} ${path}`)
    if (access === 'operator') continue
    test(`${method} ${path}: ${asks ? 'step-up-needed' : 'as ever'}`, async () => {
      const sample = SAMPLES[`${method.toUpperCase()} ${path}`]
      const answer = await door.send([method.toUpperCase(), sample?.path ?? path], {
        as: 'stale',
        ...(sample?.json !== undefined && { json: sample.json }),
        ...(sample?.headers && { headers: sample.headers }),
      })
      if (asks) expect(answer).toMatchObject({ status: 403, json: { code: 'step-up-needed' } })
      else expect(answer.status).toBe(sample?.expected[5])
    })
  }
})

test('V9: who may not do it anyway is told that, and asked for nothing', async () => {
  const answer = await door.send(['PUT', '/api/cities/mitaka/settings'], { as: 'staff', json: {} })
  expect(answer).toMatchObject({ status: 403, json: { code: 'not-allowed' } })
})

describe('M9: who must set up an app', () => {
  const open = [
    'get /api/me',
    'post /api/password',
    'get /api/second-factor',
    'post /api/second-factor',
    'post /api/second-factor/confirm',
    'post /api/step-up',
    'post /api/step-up/code',
  ]
  for (const { method, path, access } of ROUTES.filter(each => each.access !== 'anyone')) {
    const isOpen = open.includes(`${method} ${path}`)
    test(`${method} ${path}: ${isOpen ? 'open' : 'app-needed'}`, async () => {
      const sample = SAMPLES[`${method.toUpperCase()} ${path}`]
      const answer = await door.send([method.toUpperCase(), sample?.path ?? path], {
        as: 'bare',
        ...(sample?.json !== undefined && { json: sample.json }),
        ...(sample?.headers && { headers: sample.headers }),
      })
      if (isOpen) expect(answer.status).toBe(access === 'session' ? 200 : sample?.expected[4])
      else expect(answer).toMatchObject({ status: 403, json: { code: 'app-needed' } })
    })
  }
})

test('M9: the code for the app is a picture of what it is told, and no secret is kept by a cache', async () => {
  const answer = await door.send(['POST', '/api/second-factor'], { as: 'staff', json: {} })
  expect(answer.json).toMatchObject({
    secret: 'GEZDGNBV',
    qr: { size: expect.any(Number), path: expect.stringMatching(/^(M\d+ \d+h1v1h-1z)+$/) },
  })
  expect(answer.headers['cache-control']).toMatch(/no-store|private/)
})
