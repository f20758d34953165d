import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { emit } from '@asaichi/bus/emit.ts'
import { venueChanged } from '@asaichi/contract/catalog/venue.ts'
import { getDevice } from '@asaichi/contract/lock/device.ts'
import { startLock } from '@asaichi/lock/start.ts'
import { lockKey, lockPassword, passwordHash } from '@asaichi/lock-protocol/lock-keys.ts'
import { startBed } from '@asaichi/testkit/bed.ts'
import { demoSpace, demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { startProducer } from '@asaichi/testkit/producer.ts'
import { renderUnicodeCompact } from 'uqr'
import { expect, test } from 'vitest'

const MAIN = path.resolve(import.meta.dirname, '../src/lock/main.ts')
const DOOR = 'kokaido-entrance'
const master = randomBytes(32)

const bed = await forThisFile(startBed())
// No gateway is there: what is printed must not wait for one.
const env = { MQTT_URL: 'mqtt://127.0.0.1:1', LOCK_MASTER_KEY: master.toString('hex') }
await bed.start('lock', (config, log) => startLock({ ...config, ...env }, log))
const catalog = await forThisFile(startProducer(bed, 'catalog'))
const venue = demoVenue({
  venueId: 'kokaido',
  cityId: 'mitaka',
  spaces: [demoSpace({ spaceId: 'room-1', name: 'room-1' })],
  doors: [{ lockId: DOOR, name: '玄関', opens: [] }],
})
await catalog.publish(tx =>
  emit(tx, venueChanged, { aggregateId: venue.venueId, version: 1, data: { venue, version: 1 } }),
)
await eventually(async () => expect(codeOf(await bed.call(getDevice, { lockId: DOOR }))).toBe('done'))

type Ended = { readonly code: number; readonly out: string; readonly err: string }
/** The command as it is typed, with the operator's keys. */
function lock(args: readonly string[], over: Record<string, string> = {}): Promise<Ended> {
  const told = {
    ...process.env,
    ...bed.nats.envOf('operator'),
    LOCK_MASTER_KEY: env.LOCK_MASTER_KEY,
    ...over,
  }
  return new Promise(resolve => {
    execFile(process.execPath, [MAIN, ...args], { env: told }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })
}

test('V12: add prints what the lock, its bridge and the gateway need, and draws it; asked again it says the same', async () => {
  const { code, out } = await lock(['add', DOOR, '--qr'])
  expect(code).toBe(0)
  const password = lockPassword(master, DOOR)
  const keyHex = lockKey(master, DOOR).toString('hex')
  expect(out).toContain(`  password  ${password}\n`)
  expect(out).toContain(`  ${JSON.stringify({ lockId: DOOR, password, keyHex })}\n`)
  expect(out).toContain(
    `  {"lockId":"${DOOR}","site":"kokaido","passwordHash":"${passwordHash(password)}"}\n`,
  )
  const drawing = JSON.stringify({ site: 'kokaido', lockId: DOOR, password, keyHex })
  expect(stripVTControlCharacters(out)).toContain(renderUnicodeCompact(drawing, { ecc: 'M', border: 4 }))
  expect(await lock(['add', DOOR, '--qr'])).toEqual({ code: 0, out, err: '' })
})

test('V12: rotate prints another password with the same key and says how long both are good; replace makes both new', async () => {
  const rotated = await lock(['rotate', DOOR, '--hours', '48'])
  expect(rotated.out).toContain(lockPassword(master, DOOR, 2))
  expect(rotated.out).toContain(lockKey(master, DOOR).toString('hex'))
  const { formerUntil } = valueOf(await bed.call(getDevice, { lockId: DOOR }))
  expect(rotated.out).toContain(`The password before is good until ${formerUntil}.`)
  const replaced = await lock(['replace', DOOR])
  expect(replaced.out).toContain(lockPassword(master, DOOR, 3))
  expect(replaced.out).toContain(lockKey(master, DOOR, 2).toString('hex'))
  expect(replaced.out).toContain('"serial":3}')
  expect(replaced.out).not.toContain('is good until')
})

test('V12: test says line by line what asks for a look, and ends with 1', async () => {
  const { code, out } = await lock(['test', DOOR])
  expect(code).toBe(1)
  expect(out).toMatch(/^well {2}door {7}玄関 at kokaido: device \d/m)
  expect(out).toMatch(/^LOOK {2}gateway {4}not connected/m)
  expect(out).toMatch(/^LOOK {2}lock {7}not connected, has never reported$/m)
})

test('V12: a door without a lock is retired once, and takes no other change than add', async () => {
  expect((await lock(['retire', DOOR])).out).toContain('has no lock any more')
  expect(await lock(['retire', DOOR])).toMatchObject({ code: 1, err: `No lock hangs at ${DOOR}: add one.\n` })
  expect((await lock(['test', DOOR])).out).toContain('no lock hangs there')
})

test.each([
  [['add', 'nobodys-door'], {}, 'No venue has a door with the lock nobodys-door'],
  [['add', 'Not an id'], {}, 'No venue has a door with the lock Not an id'],
  [['rotate', DOOR, '--hours', '721'], {}, '--hours is at most 720'],
  [['rotate', DOOR, '--hours', 'two'], {}, 'Usage:'],
  [['open', DOOR], {}, 'Usage:'],
  [['add'], {}, 'Usage:'],
  [['add', DOOR], { LOCK_MASTER_KEY: '' }, 'Set LOCK_MASTER_KEY'],
])('%j with %o is answered with one sentence, and nothing is changed', async (args, over, says) => {
  const before = valueOf(await bed.call(getDevice, { lockId: DOOR }))
  const { code, err } = await lock(args, over)
  expect({ code, isSaid: err.includes(says) }).toEqual({ code: 1, isSaid: true })
  expect(err).not.toContain('    at ')
  expect(valueOf(await bed.call(getDevice, { lockId: DOOR }))).toMatchObject({
    device: before.device,
    serial: before.serial,
  })
})
