import { reviseCity, reviseVenue } from '@asaichi/contract/catalog/settings.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { startApiBed } from './api-bed.ts'
import { CITY_BODY, VENUE_BODY } from './settings-samples.ts'

const door = await forThisFile(startApiBed())
const CITY = '/api/cities/mitaka/settings'
const as = 'admin'
const put = (path: string, json: unknown, headers: Readonly<Record<string, string>> = {}) =>
  door.send(['PUT', path], { as, json, headers })

test('T7: settings are read with a tag, and put from the version that the tag names', async () => {
  expect(await door.send(['GET', CITY], { as })).toMatchObject({ status: 200, headers: { etag: '"v1"' } })
  const answer = await put(CITY, CITY_BODY, { 'if-match': '"v1"' })
  expect(answer).toMatchObject({ status: 200, headers: { etag: '"v2"' }, json: { version: 2 } })
  expect(door.neighbours.inputsOf(reviseCity)).toMatchObject([{ expectedVersion: 1, dryRun: false }])
})

test.each([
  [undefined, 428, 'version-missing'],
  ['"v9"', 412, 'version-changed'],
  ['W/"v1"', 412, 'version-changed'],
  ['*', 412, 'version-changed'],
  ['"something else"', 412, 'version-changed'],
])('T7: a second editor with If-Match %s is told: %i %s', async (tag, status, code) => {
  const answer = await put(CITY, CITY_BODY, tag === undefined ? {} : { 'if-match': tag })
  expect(answer).toMatchObject({ status, json: { code } })
})

test('T7: a new venue is put where none may be yet', async () => {
  door.neighbours.forget()
  const path = '/api/cities/mitaka/venues/minami/settings'
  expect(await put(path, VENUE_BODY, { 'if-none-match': '*' })).toMatchObject({ status: 200 })
  expect(door.neighbours.inputsOf(reviseVenue)).toMatchObject([
    { expectedVersion: null, venue: { venueId: 'minami', cityId: 'mitaka' } },
  ])
})

test('T7: a wrong field and one that means nothing are told by their path', async () => {
  const policy = { ...CITY_BODY.policy, codeDigits: 40 }
  const answer = await put(CITY, { ...CITY_BODY, policy, doors: 3 }, { 'if-match': '"v1"' })
  expect(answer).toMatchObject({ status: 422, json: { code: 'input-not-valid' } })
  expect(answer.json).toMatchObject({
    errors: expect.arrayContaining([expect.objectContaining({ path: 'policy.codeDigits' })]),
  })
})

test('T7: a setting that nobody knows is told by its path, however deep it stands', async () => {
  const [space] = VENUE_BODY.spaces
  const spaces = [{ ...space, listings: [{ ...space?.listings[0], price: 300 }] }]
  const hours = { ...VENUE_BODY.hours, mon: { opens: '09:00', closes: '21:00', lunch: '12:00' } }
  const path = '/api/cities/mitaka/venues/hall/settings'
  const answer = await put(path, { ...VENUE_BODY, spaces, hours }, { 'if-match': '"v1"' })
  expect(answer).toMatchObject({ status: 422, json: { code: 'input-not-valid' } })
  const { errors } = z.object({ errors: z.array(z.object({ path: z.string() })) }).parse(answer.json)
  expect(errors.map(error => error.path).toSorted()).toEqual(['hours.mon.lunch', 'spaces.0.listings.0.price'])
})

test('T7: a preview of a venue says how many bookings would lie outside', async () => {
  const path = '/api/cities/mitaka/venues/hall/settings/preview'
  const headers = { 'if-match': '"v1"' }
  expect(await door.send(['POST', path], { as, json: VENUE_BODY, headers })).toMatchObject({
    status: 200,
    json: { bookings: 3 },
  })
})
