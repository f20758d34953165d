import { passwordHash } from '@asaichi/lock-protocol/lock-keys.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forEachTest } from '@asaichi/testkit/for-each-test.ts'
import { test } from 'vitest'
import { connectCloud, LOCKS, lockClient, next, SITE, startGatewayBed } from './gateway-bed.ts'
import { expectRefused } from './intruder.ts'

const bed = forEachTest(() => startGatewayBed())
const cloud = forEachTest(() => connectCloud(bed))

const told = (password: string) => ({ passwordHash: passwordHash(password) })

test('3.7: a lock that the lock service tells of is let in, and stays so when the gateway starts again', async () => {
  await expectRefused(lockClient(bed, 'side-door', { password: 'of-the-side-door' }))
  await cloud.publish('side-door', 'credential', told('of-the-side-door'))
  await next(lockClient(bed, 'side-door', { password: 'of-the-side-door' }), 'connect')
  await expectRefused(lockClient(bed, 'side-door', { password: 'another' }))
  await bed.restart()
  await next(lockClient(bed, 'side-door', { password: 'of-the-side-door' }), 'connect')
})

test('3.7: another password takes the place of the one told before, and ends its connection', async () => {
  await cloud.publish('side-door', 'credential', told('first'))
  const lock = lockClient(bed, 'side-door', { password: 'first' })
  await next(lock, 'connect')
  const closed = next(lock, 'close')
  await cloud.publish('side-door', 'credential', told('second'))
  await closed
  await next(lockClient(bed, 'side-door', { password: 'second' }), 'connect')
})

test('A82: what the file says of a lock counts more, and no lock may tell of one', async () => {
  const [ROOM] = LOCKS
  await cloud.publish(ROOM, 'credential', told('from-the-bus'))
  await expectRefused(lockClient(bed, ROOM, { password: 'from-the-bus' }))
  const lock = lockClient(bed, ROOM)
  await next(lock, 'connect')
  const closed = next(lock, 'close')
  lock.publish(`ekey/v1/${SITE}/side-door/credential`, JSON.stringify(told('mine')), { qos: 1 })
  await closed
  await eventually(() => expectRefused(lockClient(bed, 'side-door', { password: 'mine' })))
})
