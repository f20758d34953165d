import { lockTopic, Presence } from '@asaichi/contract/lock/topics.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forEachTest } from '@asaichi/testkit/for-each-test.ts'
import { describe, expect, test } from 'vitest'
import { connectCloud, NINE, SITE, startGatewayBed } from './gateway-bed.ts'
import { closed, connectedAsMe, ME, VICTIM } from './intruder.ts'

const bed = forEachTest(() => startGatewayBed())
const cloud = forEachTest(() => connectCloud(bed))

describe('commands', () => {
  const answered = (result: string) => ({ id: 'c-1', result })
  test.each([
    ['a lock commanding itself', ME],
    ['a lock commanding another', VICTIM],
  ])('%s is cut off', async (_what, lock) => {
    const client = await connectedAsMe(bed)
    client.publish(
      lockTopic({ site: SITE, lock }, 'cmd'),
      JSON.stringify({ id: 'x', type: 'identify', expiresAt: NINE }),
    )
    await closed(client)
  })

  test('run once, only while fresh, and not at all with a life of more than 30 seconds', async () => {
    await bed.lock(ME)
    const results = () =>
      cloud.messages
        .filter(each => each.leaf === 'cmd/res')
        .map(each => JSON.parse(each.payload.toString()) as unknown)
    const at = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString()
    await eventually(() => expect(cloud.heard(Presence, ME, 'presence').length).toBe(1))
    await cloud.publish(ME, 'cmd', { id: 'past', type: 'identify', expiresAt: at(-1) })
    await cloud.publish(ME, 'cmd', { id: 'far', type: 'identify', expiresAt: at(60) })
    await cloud.publish(ME, 'cmd', { id: 'c-1', type: 'identify', expiresAt: at(20) })
    await eventually(() => expect(results()).toEqual([answered('done')]))
    await cloud.publish(ME, 'cmd', { id: 'c-1', type: 'identify', expiresAt: at(20) })
    await eventually(() => expect(results()).toEqual([answered('done'), answered('repeated')]))
  })
})
