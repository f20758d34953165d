import { zwaveNodeOf } from '../addresses.ts'
import { toolFolder } from '../families.ts'
import { PLACES, type Radio, type RadioLock, type RadioOptions } from '../radio.ts'
import { addLock } from './locks.mjs'
import { serveStick } from './served-stick.mjs'

/** A simulated stick with locks that show their codes; the bridge reaches it as `tcp://…`. */
export async function openZwaveRadio({ doors, port }: RadioOptions): Promise<Radio> {
  const home = toolFolder('zwave')
  const { stick, end } = await serveStick(home, port)
  const locks: RadioLock[] = []
  for (let door = 0; door < doors; door += 1) {
    const lock = await addLock(home, stick, { id: zwaveNodeOf(door), version: 2, places: PLACES })
    locks.push({
      held: lock.held,
      // Lost where the stick is: a lock says it once.
      say: happened => void lock.say(happened).catch(() => undefined),
    })
  }
  return { locks, isWell: () => true, [Symbol.asyncDispose]: end }
}
