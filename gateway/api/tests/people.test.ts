import { register } from '@asaichi/contract/identity/account.ts'
import { findSession } from '@asaichi/contract/identity/login.ts'
import { changeProfile } from '@asaichi/contract/identity/profile.ts'
import { searchPeople } from '@asaichi/contract/identity/staff.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ApiBed, startApiBed } from './api-bed.ts'
import { REGISTRATION } from './route-samples.ts'

let door: ApiBed
beforeAll(async () => {
  door = await startApiBed()
})
afterAll(() => door[Symbol.asyncDispose]())
beforeEach(() => door.neighbours.forget())

describe('T5: what is searched for', () => {
  test('travels in the body, with the staff member of the session', async () => {
    await door.send(['POST', '/api/staff/people/search'], { as: 'staff', json: { query: ' 090-1234 ' } })
    expect(door.neighbours.inputsOf(searchPeople)).toMatchObject([
      { query: '090-1234', actor: { role: 'staff', cityId: 'mitaka' } },
    ])
  })

  test('is found at no URL', async () => {
    for (const path of ['/api/staff/people?query=x', '/api/staff/people/search?query=x'])
      expect((await door.send(['GET', path], { as: 'staff' })).status).toBeOneOf([404, 405])
    expect(door.neighbours.asked()).toEqual([])
  })

  test.each([[{ query: '' }], [{ query: 'x'.repeat(121) }], [{}], [{ query: 'x', cityId: 'sapporo' }]])(
    '%j is 422',
    async json => {
      expect(await door.send(['POST', '/api/staff/people/search'], { as: 'staff', json })).toMatchObject({
        status: 422,
      })
    },
  )
})

test('R19: after a choice of language the session is asked for anew', async () => {
  await door.send(['GET', '/api/me'], { as: 'resident' })
  door.neighbours.forget()
  await door.send(['POST', '/api/me/language'], { as: 'resident', json: { language: 'en' } })
  await door.send(['GET', '/api/me'], { as: 'resident' })
  expect(door.neighbours.inputsOf(findSession)).toMatchObject([{ token: 'resident' }])
})

test.each([[{}], [{ mail: 'new@example.jp' }], [{ memberNumber: '7654321' }], [{ phone: 'x' }]])(
  'R15: %j is no correction of a profile',
  async json => {
    expect(await door.send(['POST', '/api/me/profile'], { as: 'resident', json })).toMatchObject({
      status: 422,
    })
    expect(door.neighbours.inputsOf(changeProfile)).toEqual([])
  },
)

describe('G1: a group registers', () => {
  const send = (group: unknown) =>
    door.send(['POST', '/api/cities/mitaka/registrations'], { json: { ...REGISTRATION, group } })
  const member = (name: string) => ({ name, birthDate: '1961-02-03' })

  test('with its name and the others of its roster', async () => {
    const group = { name: '朝の読書会', members: [member('森 一郎'), member('林 二郎')] }
    expect(await send(group)).toMatchObject({ status: 202 })
    expect(door.neighbours.inputsOf(register)).toMatchObject([{ group }])
  })

  test.each([
    ['group.members', { name: '二人だけ', members: [member('森 一郎')] }],
    ['group.name', { members: [member('森 一郎'), member('林 二郎')] }],
    ['group.members.1.birthDate', { name: '会', members: [member('森 一郎'), { name: '林 二郎' }] }],
    [
      'group.members.0.phone',
      { name: '会', members: [{ ...member('森 一郎'), phone: '1' }, member('林 二郎')] },
    ],
  ])('and is told of %s', async (path, group) => {
    expect(await send(group)).toMatchObject({ status: 422, json: { errors: [{ path }] } })
  })
})
