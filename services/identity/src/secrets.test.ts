import { newId } from '@asaichi/service/new-id.ts'
import { expect, test } from 'vitest'
import { createSecrets, newSessionToken, sameSecret, sessionTokenHash } from './secrets.ts'

const KEY = '00'.repeat(31)
const ours = createSecrets(`${KEY}01`)
const others = createSecrets(`${KEY}02`)

test('M5: a confirm token names its registration, and no other key or character does', () => {
  const id = newId()
  const token = ours.confirmToken(id)
  expect(ours.registrationOf(token)).toBe(id)
  expect(ours.confirmToken(id)).toBe(token)
  expect(others.registrationOf(token)).toBeUndefined()
  for (let at = 0; at < token.length; at += 1) {
    const altered = `${token.slice(0, at)}${token[at] === 'a' ? 'b' : 'a'}${token.slice(at + 1)}`
    expect(ours.registrationOf(altered)).toBeUndefined()
  }
  const mac = token.split('.')[1] ?? ''
  expect(ours.registrationOf(`${newId()}.${mac}`)).toBeUndefined()
  expect(ours.registrationOf(`${token}.x`)).toBeUndefined()
  expect(ours.registrationOf('')).toBeUndefined()
})

test('M9: codes are six digits, the same for the same challenge, spread over all of them', () => {
  const codes = Array.from({ length: 2_000 }, () => ours.loginCode(newId()))
  expect(codes.every(code => /^\d{6}$/.test(code))).toBe(true)
  expect(new Set(codes).size).toBeGreaterThan(1_950)
  expect(new Set(codes.map(code => code[0])).size).toBe(10)
  const id = newId()
  expect(ours.loginCode(id)).toBe(ours.loginCode(id))
  expect(ours.confirmToken(id)).not.toContain(ours.loginCode(id))
})

test('a budget is named without what it counts, and parts do not run together', () => {
  const bucket = ours.bucket('wrong', '192.0.2.0/24', 'hana@example.jp')
  expect(bucket).not.toMatch(/192|hana/)
  expect(ours.bucket('wrong', 'ab', 'c')).not.toBe(ours.bucket('wrong', 'a', 'bc'))
})

test('secrets compare by value, and a session token is kept as its hash', () => {
  expect(sameSecret('123456', '123456')).toBe(true)
  expect(sameSecret('123456', '12345')).toBe(false)
  const token = newSessionToken()
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(sessionTokenHash(token)).toHaveLength(32)
})
