import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { LockEvent } from '@asaichi/contract/lock/topics.ts'
import { failuresIn, playContract } from '@asaichi/lock-driver/contract/contract.ts'
import type { Subject } from '@asaichi/lock-driver/contract/subject.ts'
import type { DriverEvent } from '@asaichi/lock-driver/driver.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import { createLog } from '@asaichi/service/log.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { CREDENTIALS, openStand } from '@asaichi/town/lock-conformance/stand.ts'
import { isInstalled } from '@asaichi/town/simulated-locks/families.ts'
import { startZigbee2mqtt, type Zigbee2mqtt } from '@asaichi/town/simulated-locks/zigbee/zigbee2mqtt.ts'
import { connectAsync } from 'mqtt'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { zigbeeBridgeEnv } from '../src/config.ts'
import { startZigbeeBridge } from '../src/start.ts'
import { openZigbeeBus, type ZigbeeBus } from '../src/zigbee-bus.ts'
import { zigbeeDriver } from '../src/zigbee-driver.ts'

const log = createLog('bridge', 'silent')
const [FIRST, SECOND] = [
  { ieee: '0x00124b0000000110', users: 6, foreign: { slot: 3, digits: '7777' } },
  { ieee: '0x00124b0000000111', users: 30, foreign: { slot: 0, digits: '8888' } },
]
const GUEST = '640917'

describe.skipIf(!isInstalled('zigbee'))('T12: Zigbee locks by the unmodified zigbee2mqtt', () => {
  let program: Zigbee2mqtt
  let bus: ZigbeeBus
  let folder: string
  const printed: string[] = []
  const onBus: { readonly topic: string; readonly text: string }[] = []

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'zigbee-bridge-'))
    program = await startZigbee2mqtt({
      locks: [FIRST, SECOND],
      folder: path.join(folder, 'zigbee2mqtt'),
      hear: {
        printed: text => void printed.push(text),
        bus: (topic, text) => void onBus.push({ topic, text }),
      },
    })
    bus = await openZigbeeBus({ url: program.url, topic: 'zigbee2mqtt', log })
    for (const { ieee } of [FIRST, SECOND])
      await eventually(() => expect(bus.device(ieee)?.interview_completed).toBe(true))
  })
  afterAll(async () => {
    await bus?.[Symbol.asyncDispose]()
    await program?.[Symbol.asyncDispose]()
    await rm(folder, { recursive: true, force: true })
  })

  test('the contract of drivers holds', async () => {
    const subject: Subject = {
      name: 'zigbee2mqtt',
      driver: zigbeeDriver(bus, FIRST.ieee, 0),
      folder: path.join(folder, 'contract'),
      foreign: FIRST.foreign,
      truth: () => program.tell({ lock: 0 }),
      reach: async isAwake => void (await program.tell({ lock: 0, isAwake })),
      async openAt(slot) {
        const heard = onBus.length
        await program.tell({ lock: 0, happened: { type: 'opened', slot } })
        await eventually(() =>
          expect(onBus.slice(heard).map(({ topic }) => topic)).toContain(`zigbee2mqtt/${FIRST.ieee}`),
        )
      },
    }
    const verdicts = await playContract(subject, log)
    expect(failuresIn(verdicts)).toEqual([])
    expect(verdicts).toHaveLength(17)
  })

  test('a lock that could not be asked before zigbee2mqtt had named it is worth asking as soon as it has', async () => {
    const topic = 'later'
    await using resources = new AsyncDisposableStack()
    const later = resources.use(await openZigbeeBus({ url: program.url, topic, log }))
    const events: DriverEvent[] = []
    const driver = zigbeeDriver(later, FIRST.ieee, 0)
    driver.onEvent(event => void events.push(event))
    await eventually(() => expect(later.isUp()).toBe(true))
    expect(await driver.ping()).toBe(false)
    const client = resources.adopt(await connectAsync(program.url), each => each.endAsync(true))
    const devices = [bus.device(SECOND.ieee), bus.device(FIRST.ieee)]
    await client.publishAsync(`${topic}/bridge/devices`, JSON.stringify(devices), { retain: true })
    await eventually(() => expect(events).toEqual([{ type: 'reachable', isIt: true }]))
    await client.publishAsync(`${topic}/bridge/devices`, '', { retain: true })
  })

  test('V5: a code of the city is on the lock, opens by its id, and is gone after a cancel; its digits are nowhere else', async () => {
    const port = await freePort()
    await using stand = await openStand({ host: '127.0.0.1', port })
    const { lock, password, keyHex, site } = CREDENTIALS
    const locksFile = path.join(folder, 'locks.json')
    await writeFile(locksFile, JSON.stringify([{ lockId: lock, password, keyHex, ieee: SECOND.ieee }]))
    const env = zigbeeBridgeEnv.parse({
      SITE_ID: site,
      MQTT_URL: `mqtt://127.0.0.1:${port}`,
      LOCKS_FILE: locksFile,
      DATA_DIR: path.join(folder, 'bridge'),
      ZIGBEE_URL: program.url,
    })
    await using _bridge = await startZigbeeBridge(env, { crystalMs: Date.now, log })
    const { epoch } = stand
    const now = Date.now()
    const windows = [
      { from: new Date(now - 60_000).toISOString(), to: new Date(now + 3_600_000).toISOString() },
    ]
    await stand.send({ rev: 1, epoch, codes: [{ id: 'grant-1', digits: GUEST, windows }] })
    await stand.reported('the code on the lock', ({ results }) =>
      results.some(({ id, result }) => id === 'grant-1' && result === 'stored'),
    )
    const found = [...(await program.tell({ lock: 1 }))].find(each => each[1].digits === GUEST)
    expect(found?.[1].isOn).toBe(true)
    await program.tell({ lock: 1, happened: { type: 'opened', slot: found?.[0] ?? -1 } })
    await eventually(() =>
      expect(stand.cloud.heard('event', LockEvent)).toContainEqual(
        expect.objectContaining({ type: 'unlocked', codeId: 'grant-1' }),
      ),
    )
    await stand.send({ rev: 2, epoch, codes: [] })
    await stand.reported('the code gone', ({ rev, results }) => rev === 2 && results.length === 0)
    expect([...(await program.tell({ lock: 1 })).values()]).toEqual([{ digits: '8888', isOn: true }])

    const written = onBus.filter(({ topic }) => topic === 'zigbee2mqtt/bridge/request/action')
    const elsewhere = onBus.filter(({ topic }) => topic !== 'zigbee2mqtt/bridge/request/action')
    const bytes = [...Buffer.from(GUEST)].join()
    expect(written.filter(({ text }) => text.includes(bytes))).toHaveLength(1)
    const places = [
      ...elsewhere.map(({ text }) => text),
      ...printed,
      ...stand.cloud.messages.map(({ text }) => text),
      ...(await filesIn(path.join(folder, 'bridge'))),
      ...(await filesIn(path.join(folder, 'zigbee2mqtt'))),
    ]
    expect(places.filter(text => text.includes(GUEST) || text.includes(bytes))).toEqual([])
  })
})

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile())
  return Promise.all(files.map(({ parentPath, name }) => readFile(path.join(parentPath, name), 'utf8')))
}
