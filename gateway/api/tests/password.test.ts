import { changePassword, requestPasswordHelp } from '@asaichi/contract/identity/password.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { AREAS } from '../src/routes/all.ts'
import { type ApiBed, startApiBed } from './api-bed.ts'
import { PASSWORD_HELP } from './people-samples.ts'
import { SAMPLES } from './route-samples.ts'

let door: ApiBed
beforeAll(async () => {
  door = await startApiBed()
})
afterAll(() => door[Symbol.asyncDispose]())
beforeEach(() => door.neighbours.forget())

describe('S8, S9, A35: a session that must change its password', () => {
  const routes = AREAS.flatMap(area => [...area.routes]).filter(each => each.access !== 'anyone')
  const open = ['GET /api/me', 'POST /api/password']

  for (const { method, path } of routes) {
    const name = `${method.toUpperCase()} ${path}`
    test(`${name}: ${open.includes(name) ? 'open' : 'password-change-needed'}`, async () => {
      const sample = SAMPLES[name]
      const answer = await door.send([method.toUpperCase(), sample?.path ?? path], {
        as: 'changer',
        ...(sample?.json !== undefined && { json: sample.json }),
        ...(sample?.headers && { headers: sample.headers }),
      })
      if (open.includes(name)) expect(answer).toMatchObject({ status: 200 })
      else expect(answer).toMatchObject({ status: 403, json: { code: 'password-change-needed' } })
    })
  }

  test('may read what is public and log out', async () => {
    expect(await door.send(['GET', '/api/cities'], { as: 'changer' })).toMatchObject({ status: 200 })
    expect(await door.send(['POST', '/api/logout'], { as: 'changer', json: {} })).toMatchObject({
      status: 200,
    })
  })

  test('is told so by /api/me', async () => {
    expect((await door.send(['GET', '/api/me'], { as: 'changer' })).json).toMatchObject({
      mustChangePassword: true,
    })
  })
})

test('A21: the new password brings a new cookie, and no token in the body', async () => {
  const json = { currentPassword: 'right', newPassword: 'correct horse' }
  const answer = await door.send(['POST', '/api/password'], { as: 'resident', json })
  expect(answer.headers['set-cookie']).toEqual([expect.stringMatching(/^session=resident2; Max-Age=/)])
  expect(answer.text).not.toContain('resident2')
  expect(door.neighbours.inputsOf(changePassword)).toEqual([{ ...json, token: 'resident' }])
})

test('a wrong current password is told as such and ends nothing', async () => {
  const json = { currentPassword: 'wrong', newPassword: 'correct horse' }
  expect(await door.send(['POST', '/api/password'], { as: 'resident', json })).toMatchObject({
    status: 422,
    json: { code: 'current-password-wrong', detail: '今のパスワードが違います。' },
  })
  expect(await door.send(['GET', '/api/me'], { as: 'resident' })).toMatchObject({ status: 200 })
})

describe('S9: asking for help', () => {
  const ask = (differences: object) =>
    door.send(['POST', '/api/cities/mitaka/password-help'], { json: { ...PASSWORD_HELP, ...differences } })

  test('the number may be written wide', async () => {
    expect(await ask({ memberNumber: ' １２３ ４５６７' })).toMatchObject({ status: 202 })
    expect(door.neighbours.inputsOf(requestPasswordHelp)).toMatchObject([{ memberNumber: '1234567' }])
  })

  test('only the address is required here; the service knows what its city asks for', async () => {
    expect(await ask({ mail: undefined })).toMatchObject({
      status: 422,
      json: { errors: [{ path: 'mail' }] },
    })
    expect(door.neighbours.asked()).toEqual([])
    const alone = { memberNumber: undefined, name: undefined, birthDate: undefined }
    expect(await ask(alone)).toMatchObject({ status: 202 })
  })
})
