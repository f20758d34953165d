import { zigbeeAddressOf } from '../addresses.ts'
import { PLACES, type Radio, type RadioOptions } from '../radio.ts'
import { startZigbee2mqtt } from './zigbee2mqtt.ts'

/** zigbee2mqtt over simulated locks; the bridge finds it at the broker of this port. */
export async function openZigbeeRadio({ doors, port, dataDir }: RadioOptions): Promise<Radio> {
  const numbers = Array.from({ length: doors }, (_, door) => door)
  await using opened = new AsyncDisposableStack()
  const program = opened.use(
    await startZigbee2mqtt({
      locks: numbers.map(door => ({ ieee: zigbeeAddressOf(door), users: PLACES })),
      folder: dataDir,
      port,
    }),
  )
  await program.met
  const resources = opened.move()
  return {
    locks: numbers.map(door => ({
      held: () => program.held(door),
      say: happened => void program.tell({ lock: door, happened }),
    })),
    isWell: program.isRunning,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}
