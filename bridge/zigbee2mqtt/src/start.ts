import { identityOf, readLocks } from '@asaichi/lock-driver/bridge-config.ts'
import { startDriverLock } from '@asaichi/lock-driver/driver-lock.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { z } from 'zod'
import { ZigbeeLocks, type zigbeeBridgeEnv } from './config.ts'
import { openZigbeeBus } from './zigbee-bus.ts'
import { zigbeeDriver } from './zigbee-driver.ts'

type Env = z.output<typeof zigbeeBridgeEnv>

/** Every lock of the site's Zigbee network, each as a lock of its own at the gateway. */
export async function startZigbeeBridge(
  env: Env,
  { crystalMs, log }: { readonly crystalMs: () => number; readonly log: Log },
): Promise<AsyncDisposable> {
  await using opened = new AsyncDisposableStack()
  const bus = opened.use(
    await openZigbeeBus({
      url: env.ZIGBEE_URL,
      user: env.ZIGBEE_USER,
      password: env.ZIGBEE_PASSWORD,
      topic: env.ZIGBEE_TOPIC,
      log,
    }),
  )
  for (const { ieee, ...lock } of await readLocks(env.LOCKS_FILE, ZigbeeLocks))
    opened.use(
      await startDriverLock({
        ...identityOf(lock, env),
        driver: zigbeeDriver(bus, ieee),
        crystalMs,
        log,
      }),
    )
  return opened.move()
}
