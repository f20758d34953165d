import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { approval, DOORS, onLocks, startLockBed } from './lock-bed.ts'

const town = await forThisFile(startLockBed())
await town.startService()
await town.city()
await town.venue()

/** In the venue as it is saved now, and not in the file that the site's gateway was given. */
const NEW = { lockId: 'side-door', name: '通用口', opens: ['room-2'] }

test('3.7, V5: a door that a venue gets today takes codes without a hand at the gateway, also after a restart', async () => {
  const lock = await town.lock(NEW.lockId)
  expect(lock.state().online).toBe(false)
  await town.venue({ doors: [...DOORS, NEW] }, 2)
  await eventually(() => expect(lock.state()).toMatchObject({ online: true, rev: 1 }), 60_000)
  await eventually(async () => {
    const board = await town.board()
    expect(board.find(door => door.lockId === NEW.lockId)).toMatchObject({ online: true, revApplied: 1 })
  })
  await town.gateway.stop()
  await town.gateway.start()
  await eventually(() => expect(lock.state().online).toBe(true), 60_000)
  await town.lock('entrance')
  await town.lock('room-2-door')
  const granted = approval({ spaceId: 'room-2' })
  await town.approve(granted)
  expect((await onLocks(town, granted)).map(door => door.doorName)).toContain('通用口')
})
