import { passwordHash } from '@asaichi/lock-protocol/lock-keys.ts'
import { forEachTest } from '@asaichi/testkit/for-each-test.ts'
import { test } from 'vitest'
import { connectCloud, LOCKS, lockClient, next, SITE, startGatewayBed } from './gateway-bed.ts'
import { expectRefused } from './intruder.ts'

const bed = forEachTest(() => startGatewayBed())
const cloud = forEachTest(() => connectCloud(bed))

const DOOR = LOCKS[0]
const hash = (password: string) => passwordHash(password)
const tell = (credential: object) => cloud.publish(DOOR, 'credential', credential)
const connects = (password: string) =>
  next(lockClient(bed, DOOR, { password, reconnectPeriod: 100, reconnectOnConnackError: true }), 'connect')

test('V12: while two passwords are good both connect, then only the new one, also after a restart', async () => {
  await tell({ passwordHash: hash('second'), formerHash: hash('first'), serial: 2 })
  const before = lockClient(bed, DOOR, { password: 'first' })
  await next(before, 'connect')
  const closed = next(before, 'close')
  await tell({ passwordHash: hash('second'), serial: 2 })
  await closed
  await expectRefused(lockClient(bed, DOOR, { password: 'first' }))
  await connects('second')
  await bed.restart()
  await expectRefused(lockClient(bed, DOOR, { password: 'first' }))
  await connects('second')
})

test('V12: a higher number counts more than the site’s file, a lower one is passed over, and the file may go ahead', async () => {
  await tell({ passwordHash: hash('third'), serial: 3 })
  await connects('third')
  await expectRefused(lockClient(bed, DOOR))
  await tell({ passwordHash: hash('late'), serial: 2 })
  await expectRefused(lockClient(bed, DOOR, { password: 'late' }))
  await bed.writeRows([{ lockId: DOOR, site: SITE, passwordHash: hash('by-hand'), serial: 4 }])
  await connects('by-hand')
  await expectRefused(lockClient(bed, DOOR, { password: 'third' }))
})

test('V12: a lock that was taken down is cut off, and let in by no password', async () => {
  const lock = lockClient(bed, DOOR)
  await next(lock, 'connect')
  const closed = next(lock, 'close')
  await tell({ passwordHash: null, serial: 2 })
  await closed
  await expectRefused(lockClient(bed, DOOR))
  await bed.restart()
  await expectRefused(lockClient(bed, DOOR))
})
