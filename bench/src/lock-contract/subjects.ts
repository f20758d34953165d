import { openZigbeeBus } from '@asaichi/bridge-zigbee2mqtt/zigbee-bus.ts'
import { zigbeeDriver } from '@asaichi/bridge-zigbee2mqtt/zigbee-driver.ts'
import { openNetwork } from '@asaichi/bridge-zwave/network.ts'
import { zwaveDriver } from '@asaichi/bridge-zwave/zwave-driver.ts'
import type { Subject } from '@asaichi/lock-driver/contract/subject.ts'
import { simOptions, simSubject } from '@asaichi/lock-driver/simulated/sim-subject.ts'
import { endsEachCode, firesAndForgets, wipesAtStart } from '@asaichi/lock-driver/simulated/wrong-drivers.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import type { Log } from '@asaichi/service/log.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { zigbeeAddressOf, zwaveNodeOf } from '@asaichi/town/simulated-locks/addresses.ts'
import { toolFolder } from '@asaichi/town/simulated-locks/families.ts'
import { startZigbee2mqtt } from '@asaichi/town/simulated-locks/zigbee/zigbee2mqtt.ts'
import { addLock, type ZwaveLock } from '@asaichi/town/simulated-locks/zwave/locks.mjs'
import { serveStick } from '@asaichi/town/simulated-locks/zwave/served-stick.mjs'

/** A lock of each family, and whether its driver is one that must not pass. */
export type Candidate = {
  readonly name: string
  readonly isPlanted: boolean
  readonly open: (folder: string, log: Log) => Promise<Subject & Partial<AsyncDisposable>>
}

const PLACES = 6
const FOREIGN = { slot: 4, digits: '7777' }

export const CANDIDATES: readonly Candidate[] = [
  simulated('slots', simOptions()),
  simulated('windows', simOptions({ timing: 'lock' })),
  { name: 'Z-Wave', isPlanted: false, open: folder => zwave(folder, 2) },
  { name: 'Z-Wave, masked', isPlanted: false, open: folder => zwave(folder, 1) },
  { name: 'Zigbee', isPlanted: false, open: zigbee },
  planted('wipes', wipesAtStart),
  planted('forgets', firesAndForgets),
  planted('ends', endsEachCode, 'lock'),
]

function simulated(name: string, options: Parameters<typeof simSubject>[0]): Candidate {
  return { name, isPlanted: false, open: async folder => simSubject(options, { folder }) }
}

/** On a lock that does not show its digits, where belief is easiest. */
function planted(
  name: string,
  wrong: NonNullable<Parameters<typeof simSubject>[1]['wrong']>,
  timing: 'switch' | 'lock' = 'switch',
): Candidate {
  const options = simOptions({ readback: 'occupancy', timing }, { showsState: timing === 'switch' })
  return { name, isPlanted: true, open: async folder => simSubject(options, { folder, wrong }) }
}

/** Over TCP, as the bridge of `npm start -- --locks zwave`. */
async function zwave(folder: string, version: ZwaveLockVersion): Promise<Subject & AsyncDisposable> {
  const home = toolFolder('zwave')
  const port = await freePort()
  await using opened = new AsyncDisposableStack()
  const { stick, end } = await serveStick(home, port)
  opened.defer(end)
  const id = zwaveNodeOf(0)
  const lock: ZwaveLock = await addLock(home, stick, { id, version, places: PLACES, foreign: FOREIGN })
  const network = opened.use(
    await openNetwork({
      home,
      port: `tcp://127.0.0.1:${port}`,
      cacheDir: folder,
      keys: {},
      onFault: () => undefined,
    }),
  )
  const node = network.node(id)
  if (!node) throw new Error('the lock is not in its network')
  const resources = opened.move()
  return {
    name: 'zwave',
    driver: zwaveDriver({ node, uptimeMs: () => performance.now(), gapMs: 0 }),
    folder,
    foreign: FOREIGN,
    truth: async () => lock.held(),
    async reach(isOn) {
      lock.reach(isOn)
      if (isOn) await node.ping()
    },
    async openAt(slot) {
      const told = new Promise(resolve => node.on('notification', resolve))
      await lock.say({ type: 'opened', slot })
      await told
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}
type ZwaveLockVersion = Parameters<typeof addLock>[2]['version']

async function zigbee(folder: string, log: Log): Promise<Subject & AsyncDisposable> {
  await using opened = new AsyncDisposableStack()
  const ieee = zigbeeAddressOf(0)
  const heard: string[] = []
  const program = opened.use(
    await startZigbee2mqtt({
      locks: [{ ieee, users: PLACES, foreign: FOREIGN }],
      folder,
      hear: { printed: () => undefined, bus: topic => void heard.push(topic) },
    }),
  )
  await program.met
  const bus = opened.use(await openZigbeeBus({ url: program.url, topic: 'zigbee2mqtt', log }))
  await eventually(() => {
    if (bus.device(ieee)?.interview_completed !== true) throw new Error('the lock was not met')
  })
  const resources = opened.move()
  return {
    name: 'zigbee2mqtt',
    driver: zigbeeDriver(bus, ieee, 0),
    folder,
    foreign: FOREIGN,
    truth: () => program.tell({ lock: 0 }),
    reach: async isAwake => void (await program.tell({ lock: 0, isAwake })),
    async openAt(slot) {
      const before = heard.length
      await program.tell({ lock: 0, happened: { type: 'opened', slot } })
      await eventually(() => {
        if (!heard.slice(before).includes(`zigbee2mqtt/${ieee}`)) throw new Error('nothing was told')
      })
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}
