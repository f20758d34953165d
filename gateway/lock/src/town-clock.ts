import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { GatewayTime, lockTopic, type ServerTime, type TimePush } from '@asaichi/contract/lock/topics.ts'
import { writeAtomically } from '@asaichi/lock-protocol/atomic-file.ts'
import type { Clock } from '@asaichi/service/clock.ts'
import type { Context } from './context.ts'

/** Puts a movable clock where it was when the gateway stopped: `cloud` may be away, and the locks take their time from here. */
export async function restoreClock(dataDir: string, clock: Clock): Promise<void> {
  if (!clock.movable) return
  try {
    clock.set(GatewayTime.parse(JSON.parse(await readFile(fileIn(dataDir), 'utf8'))))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

export async function moveClock(dataDir: string, clock: Clock, time: GatewayTime): Promise<void> {
  if (!clock.movable) return
  await writeAtomically(fileIn(dataDir), JSON.stringify(time))
  clock.set(time)
}

/** The time as locks are told it. */
export function serverTimeOf(clock: Clock): ServerTime {
  return { serverTime: clock.now(), held: clock.time().heldAt !== null }
}

/** A step of the clock reaches the locks at once; they would notice it at their next sync otherwise. */
export function pushTime({ clock, devices, publish, log }: Context): void {
  const time: TimePush = serverTimeOf(clock)
  for (const lock of devices.all())
    publish(lockTopic(lock, 'time'), time).catch((err: unknown) => log.warn({ err }, 'time not sent'))
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'clock.json')
}
