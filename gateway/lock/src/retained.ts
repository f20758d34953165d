import { lockTopic, type Presence } from '@asaichi/contract/lock/topics.ts'
import type { Context } from './context.ts'
import { publishDesired, publishHeld } from './take-desired.ts'

/** The broker keeps retained messages in memory only, so what the disk holds is offered again. */
export async function offerKnownSets(context: Context): Promise<void> {
  for (const lock of context.devices.all()) {
    const desired = context.documents.desired.get(lock)
    if (!desired) continue
    await publishDesired(context, lock, desired)
    await publishHeld(context, lock, desired)
  }
}

/** What the locks last said. Nobody is connected while the gateway starts, and a killed gateway published no will. */
export async function offerLastStates({ clock, devices, documents, publish }: Context): Promise<void> {
  for (const lock of devices.all()) {
    const about = documents.about.get(lock)
    if (about) await publish(lockTopic(lock, 'about'), about, { retain: true })
    const reported = documents.reported.get(lock)
    if (reported) await publish(lockTopic(lock, 'reported'), reported, { retain: true })
    const known = documents.presence.get(lock)
    if (!known) continue
    const presence: Presence =
      known.state === 'online' ? { ...known, state: 'offline', at: clock.now() } : known
    await documents.presence.put(lock, presence)
    await publish(lockTopic(lock, 'presence'), presence, { retain: true })
  }
}
