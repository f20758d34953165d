import { expect, test } from 'vitest'
import { CityId, IdempotencyKey, MemberNumber, PersonId, ReservationNumber } from './ids.ts'

test.each([
  ['a slug', CityId, 'mitaka-2'],
  ['a UUIDv7', PersonId, '0192f0c4-7b3a-7d5e-8f10-000000000001'],
  ['S3: seven digits', MemberNumber, '0123456'],
  ['M26: six digits', ReservationNumber, '000001'],
  ['a key', IdempotencyKey, '0192f0c4-7b3a'],
])('%s is an id', (_what, schema, given) => {
  expect(schema.parse(given)).toBe(given)
})

test.each([
  ['a slug that begins with a hyphen', CityId, '-mitaka'],
  ['capitals', CityId, 'Mitaka'],
  ['a path', CityId, '../mitaka'],
  ['a subject wildcard', CityId, 'mitaka.>'],
  ['64 characters', CityId, 'a'.repeat(64)],
  ['a line end behind a slug', CityId, 'mitaka\n'],
  ['no UUID', PersonId, '1'],
  ['S3: six digits', MemberNumber, '123456'],
  ['S3: full-width digits', MemberNumber, '０１２３４５６'],
  ['S3: a line end behind the digits', MemberNumber, '0123456\n'],
  ['M26: seven digits', ReservationNumber, '1234567'],
  ['a short key', IdempotencyKey, 'abc'],
  ['a key with a space', IdempotencyKey, 'abcd efgh'],
  ['a key of 129 characters', IdempotencyKey, 'k'.repeat(129)],
])('%s is none', (_what, schema, given) => {
  expect(schema.safeParse(given).success).toBe(false)
})
