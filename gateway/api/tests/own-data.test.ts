import { withdraw } from '@asaichi/contract/identity/own-data.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiBed, startApiBed } from './api-bed.ts'

let door: ApiBed
beforeAll(async () => {
  door = await startApiBed()
})
afterAll(() => door[Symbol.asyncDispose]())

const send = (path: string, password: string) =>
  door.send(['POST', path], { as: 'resident', json: { password } })

test('V10: one answer holds what every service has of the person', async () => {
  expect(await send('/api/me/data', 'correct horse')).toMatchObject({
    status: 200,
    json: {
      complete: true,
      account: { profile: { memberNumber: '1234567' } },
      bookings: [],
      entries: [{}],
      bills: [],
      points: [],
      mails: [],
    },
  })
  expect(await send('/api/me/data', 'wrong')).toMatchObject({
    status: 422,
    json: { code: 'current-password-wrong' },
  })
})

test('V11: who still has bookings is told how many, and who leaves loses the cookie', async () => {
  expect(await send('/api/me/withdrawal', 'wrong')).toMatchObject({
    status: 409,
    json: { code: 'has-live-bookings', detail: expect.stringContaining('2件') },
  })
  const answer = await send('/api/me/withdrawal', 'correct horse')
  expect(answer.status).toBe(200)
  expect(String(answer.headers['set-cookie'])).toMatch(/Max-Age=0|Expires=Thu, 01 Jan 1970/)
  expect(door.neighbours.inputsOf(withdraw).at(-1)).toMatchObject({ password: 'correct horse' })
})
