import type { Call } from '@asaichi/bus/call.ts'
import { done, refuse } from '@asaichi/contract/define.ts'
import { expect, test } from 'vitest'
import { peopleOf } from './people-of.ts'

const STAFF = { personId: 'staff', role: 'staff', cityId: 'mitaka' } as const

test('T4: the day’s paper names everybody of a day with more people than one request answers', async () => {
  const asked: number[] = []
  const call = (async (_: unknown, { personIds }: { readonly personIds: readonly string[] }) => {
    asked.push(personIds.length)
    return asked.length > 4
      ? refuse('not-allowed')
      : done({ items: personIds.map(personId => ({ personId })) })
  }) as unknown as Call
  const everybody = Array.from({ length: 203 }, (_, nr) => `${nr}`)
  expect(await peopleOf(call, STAFF, everybody)).toEqual(done(everybody.map(personId => ({ personId }))))
  expect(await peopleOf(call, STAFF, [])).toEqual(done([]))
  expect(asked).toEqual([100, 100, 3])
  expect(await peopleOf(call, STAFF, everybody)).toEqual(refuse('not-allowed'))
})
