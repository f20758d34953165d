import { expect, test } from 'vitest'
import { net } from '../../../api/client.ts'
import { namesOf } from './names-of.ts'

test('T4: of a day with more people than one request may ask for, nobody’s name is left out', async () => {
  const { fetch } = net
  const asked: number[] = []
  net.fetch = async (_, { body }) => {
    const { personIds } = JSON.parse(typeof body === 'string' ? body : '') as {
      readonly personIds: readonly string[]
    }
    asked.push(personIds.length)
    return Response.json({ items: personIds.map(personId => ({ personId })) })
  }
  try {
    const answer = await namesOf(
      Array.from({ length: 203 }, (_, nr) => `${nr}`),
      {},
    )
    expect(asked).toEqual([100, 100, 3])
    expect(answer.status === 'ok' && answer.value.items.map(({ personId }) => Number(personId))).toEqual([
      ...Array(203).keys(),
    ])
    expect(await namesOf([], {})).toMatchObject({ status: 'ok', value: { items: [] } })
    expect(asked).toHaveLength(3)
  } finally {
    net.fetch = fetch
  }
})
