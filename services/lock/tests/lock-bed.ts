import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emit } from '@asaichi/bus/emit.ts'
import { type CityPolicy, cityChanged } from '@asaichi/contract/catalog/city.ts'
import { type Door, venueChanged } from '@asaichi/contract/catalog/venue.ts'
import { getDoorCodes, listDoors } from '@asaichi/contract/lock/door-codes.ts'
import { Key } from '@asaichi/contract/lock/keypad.ts'
import { reservationApproved, reservationCancelled } from '@asaichi/contract/reservation/reservation.ts'
import { startGateway } from '@asaichi/gateway-lock/gateway.ts'
import { cloudPassword, lockKey, lockPassword, passwordHash } from '@asaichi/lock-protocol/lock-keys.ts'
import { createClock } from '@asaichi/service/clock.ts'
import { createLog } from '@asaichi/service/log.ts'
import type { Running } from '@asaichi/service/run.ts'
import { type Bed, startBed } from '@asaichi/testkit/bed.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { demoSpace, demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { startProducer } from '@asaichi/testkit/producer.ts'
import {
  startVirtualLock,
  type VirtualLock,
  type VirtualLockOptions,
} from '@asaichi/town/virtual-lock/virtual-lock.ts'
import { expect } from 'vitest'
import type { z } from 'zod'
import { startLock } from '../src/start.ts'

export const CITY = 'mitaka'
export const SITE = 'kokaido'
export const DOORS: readonly z.infer<typeof Door>[] = [
  { lockId: 'entrance', name: '玄関', opens: [] },
  { lockId: 'room-1-door', name: '1階洋室', opens: ['room-1'] },
  { lockId: 'room-2-door', name: '2階和室', opens: ['room-2'] },
]
export const START = '2024-11-20T03:00:00.000Z'
/** 09:00 to 11:00 in Tokyo, inside the horizon of the start. */
export const NINE = '2024-11-25T00:00:00.000Z'
export const ELEVEN = '2024-11-25T02:00:00.000Z'

export type Approval = z.input<typeof reservationApproved.data>

/** The lock service between a real database, a real bus, a real gateway and virtual locks; catalogue and reservations are played. */
export async function startLockBed(level = process.env['TEST_LOG'] ?? 'silent') {
  await using opened = new AsyncDisposableStack()
  const bed = opened.use(await startBed())
  await bed.at(START)
  const folder = await mkdtemp(join(tmpdir(), 'lock-service-'))
  opened.defer(() => rm(folder, { recursive: true }))
  const master = randomBytes(32)
  const log = createLog('test', level)
  const gateway = opened.use(await startTestGateway(folder, master, level))
  const catalog = opened.use(await startProducer(bed, 'catalog'))
  const reservation = opened.use(await startProducer(bed, 'reservation'))
  const mqttUrl = `mqtt://127.0.0.1:${gateway.port}`
  const env = { MQTT_URL: mqttUrl, LOCK_MASTER_KEY: master.toString('hex') }
  const startService = () => bed.start('lock', config => startLock({ ...config, ...env }, log))
  const resources = opened.move()

  return {
    bed,
    folder,
    master,
    gateway,
    env,
    startService,
    publish: { catalog: catalog.publish, reservation: reservation.publish },
    city: (policy: Partial<CityPolicy> = {}, version = 1, cityId = CITY) =>
      catalog.publish(tx =>
        emit(tx, cityChanged, {
          aggregateId: cityId,
          version,
          data: { city: demoCity({ ...policy, cityId }), version },
        }),
      ),
    venue: (about: Parameters<typeof demoVenue>[0] = {}, version = 1) => {
      const venue = demoVenue({
        venueId: SITE,
        cityId: CITY,
        spaces: ['room-1', 'room-2'].map(spaceId => demoSpace({ spaceId, name: spaceId })),
        doors: [...DOORS],
        ...about,
      })
      return catalog.publish(tx =>
        emit(tx, venueChanged, { aggregateId: venue.venueId, version, data: { venue, version } }),
      )
    },
    approve: (approval: Approval) =>
      reservation.publish(tx =>
        emit(tx, reservationApproved, {
          aggregateId: approval.reservationId,
          version: approval.version,
          data: approval,
        }),
      ),
    cancel: (approval: Approval) =>
      reservation.publish(tx => {
        const { reservationId, personId, cityId, venueId, version } = approval
        return emit(tx, reservationCancelled, {
          aggregateId: reservationId,
          version: version + 1,
          data: {
            reservationId,
            personId,
            cityId,
            venueId,
            version: version + 1,
            by: 'resident',
            wasApproved: true,
          },
        })
      }),
    async lock(
      lockId: string,
      { device = 1, serial = 1, dataDir = lockId, holds }: LockAsked = {},
    ): Promise<VirtualLock> {
      const lock = await startVirtualLock({
        lockId,
        site: SITE,
        mqttUrl,
        key: lockKey(master, lockId, device),
        password: lockPassword(master, lockId, serial),
        dataDir: join(folder, dataDir),
        log,
        syncMs: 2_000,
        ...(holds && { holds }),
      })
      return resources.use(lock)
    },
    codes: (approval: Approval) => readCodes(bed, approval),
    board: (cityId = CITY) => readBoard(bed, cityId),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}
type LockAsked = Partial<Pick<VirtualLockOptions, 'holds' | 'dataDir'>> & {
  readonly device?: number
  readonly serial?: number
}
export type LockBed = Awaited<ReturnType<typeof startLockBed>>

async function startTestGateway(folder: string, master: Buffer, level: string) {
  const devicesFile = join(folder, 'devices.json')
  const dataDir = join(folder, 'gateway')
  await writeFile(
    devicesFile,
    JSON.stringify(
      DOORS.map(({ lockId }) => ({
        lockId,
        site: SITE,
        passwordHash: passwordHash(lockPassword(master, lockId)),
      })),
    ),
  )
  const start = (port: number) =>
    startGateway(
      {
        MQTT_HOST: '127.0.0.1',
        MQTT_PORT: port,
        DEVICES_FILE: devicesFile,
        DATA_DIR: dataDir,
        CLOUD_PASSWORD_HASH: passwordHash(cloudPassword(master)),
        CONNECTIONS_MAX: 50,
      },
      { clock: createClock('movable'), log: createLog('gateway', level) },
    )
  let running: Awaited<ReturnType<typeof start>> | undefined = await start(0)
  const { port } = running
  const stop = async () => {
    await running?.[Symbol.asyncDispose]()
    running = undefined
  }
  return {
    port,
    stop,
    start: async ({ wipe = false } = {}) => {
      if (wipe) await rm(dataDir, { recursive: true })
      running = await start(port)
    },
    [Symbol.asyncDispose]: stop,
  }
}

/** An approval of 1階洋室 for two hours; a test names only what it is about. */
export function approval(about: Partial<Approval> = {}): Approval {
  return {
    reservationId: randomUUID(),
    personId: randomUUID(),
    cityId: CITY,
    venueId: SITE,
    version: 2,
    number: '123456',
    spaceId: 'room-1',
    startsAt: NINE,
    endsAt: ELEVEN,
    ...about,
  }
}

/** The owner's answer. */
async function readCodes(bed: Bed, { reservationId, personId }: Approval) {
  return bed.call(getDoorCodes, {
    reservationId,
    asker: { personId, role: 'resident', cityId: CITY },
  })
}

async function readBoard(bed: Bed, cityId: string) {
  const outcome = await bed.call(listDoors, {
    actor: { personId: randomUUID(), role: 'staff', cityId },
  })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.items
}

/** The codes once they are drawn. */
export async function drawn(town: LockBed, of: Approval) {
  return eventually(async () => {
    const outcome = await town.codes(of)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return outcome.value.doors
  })
}

/** The codes once every lock has confirmed them. */
export async function onLocks(town: LockBed, of: Approval, deadlineMs = 25_000) {
  return eventually(async () => {
    const doors = await drawn(town, of)
    for (const door of doors) expect(['on-lock', 'usable']).toContain(door.state)
    return doors
  }, deadlineMs)
}

/** Stops a service before the bed would. */
export async function stop(running: Running): Promise<void> {
  await running[Symbol.asyncDispose]()
}

/** Square twice, the digits, E: what the keypad says then. */
export function enter(lock: VirtualLock, digits: string): string {
  for (const key of ['square', 'square', ...digits.split(''), 'E']) lock.press(Key.parse(key))
  const result = lock.state().lastResult
  return result?.status === 'denied' ? result.reason : (result?.status ?? 'nothing')
}
