import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { identityOf, readLocks } from '@asaichi/lock-driver/bridge-config.ts'
import { startDriverLock } from '@asaichi/lock-driver/driver-lock.ts'
import { monotonicMs } from '@asaichi/service/clock.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { z } from 'zod'
import { ZwaveKeys, ZwaveLocks, type zwaveBridgeEnv } from './config.ts'
import { openNetwork } from './network.ts'
import { zwaveDriver } from './zwave-driver.ts'

type Env = z.output<typeof zwaveBridgeEnv>
type Around = { readonly crystalMs: () => number; readonly onFault: () => void; readonly log: Log }

/** Every lock of the site's Z-Wave network, each as a lock of its own at the gateway. */
export async function startZwaveBridge(env: Env, around: Around): Promise<AsyncDisposable> {
  await using opened = new AsyncDisposableStack()
  const cacheDir = path.join(env.DATA_DIR, 'zwave-js')
  // Codes stand in it in clear.
  await mkdir(cacheDir, { recursive: true, mode: 0o700 })
  const locks = await readLocks(env.LOCKS_FILE, ZwaveLocks)
  const network = opened.use(
    await openNetwork({
      home: env.ZWAVE_HOME,
      port: env.ZWAVE_PORT,
      cacheDir,
      keys: await keysIn(env.ZWAVE_KEYS_FILE),
      onFault: around.onFault,
    }),
  )
  for (const { node: id, ...lock } of locks) {
    const node = network.node(id)
    if (!node) throw new Error(`node ${id} of ${lock.lockId} is not in the Z-Wave network`)
    opened.use(
      await startDriverLock({
        ...identityOf(lock, env),
        driver: zwaveDriver({ node, uptimeMs: monotonicMs }),
        crystalMs: around.crystalMs,
        log: around.log,
      }),
    )
  }
  return opened.move()
}

async function keysIn(path: string | undefined): Promise<Readonly<Record<string, Uint8Array>>> {
  if (path === undefined) return {}
  const keys = ZwaveKeys.parse(JSON.parse(await readFile(path, 'utf8')))
  return Object.fromEntries(Object.entries(keys).map(([name, hex]) => [name, Buffer.from(hex, 'hex')]))
}
