// zwave-js with simulated locks, in this process.
import { addLock, createStick, libraryIn } from '@asaichi/town/simulated-locks/zwave/locks.mjs'

const PLACES = 6

/** Two locks, each with a code that stood on it before. */
export async function startSimulatedNetwork({ home, cacheDir, driverOptions, foreign }) {
  const testing = await libraryIn(home, 'zwave-js/Testing')
  const { driver, mockPort, serial, continueStartup } = await testing.createAndStartDriverWithMockPort({
    logConfig: { enabled: false },
    storage: { cacheDir },
    features: { softReset: false },
    testingHooks: { skipFirmwareIdentification: true },
    ...driverOptions,
  })
  const stick = await createStick(home, { mockPort, serial })
  const shows = await addLock(home, stick, { id: 2, version: 2, places: PLACES, foreign })
  const masks = await addLock(home, stick, { id: 3, version: 1, places: PLACES, foreign })
  const ready = new Promise(resolve => driver.once('all nodes ready', resolve))
  continueStartup()
  await ready
  const simulated = (id, lock) => {
    const node = driver.controller.nodes.get(id)
    return {
      node,
      truth: lock.held,
      async reach(isOn) {
        lock.reach(isOn)
        if (isOn) await node.ping()
      },
      async openAt(slot) {
        const told = new Promise(resolve => node.once('notification', resolve))
        await lock.say({ type: 'opened', slot })
        await told
      },
    }
  }
  return {
    shows: simulated(2, shows),
    masks: simulated(3, masks),
    async end() {
      await driver.destroy()
      stick.destroy()
    },
  }
}
