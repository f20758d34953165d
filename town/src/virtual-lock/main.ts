import { parseEnv } from '@asaichi/service/env.ts'
import { run } from '@asaichi/service/run.ts'
import { virtualLockEnv } from './config.ts'
import { startKeypad } from './keypad-server.ts'
import { startVirtualLock } from './virtual-lock.ts'

const env = parseEnv(virtualLockEnv)

await run(`lock-${env.LOCK_ID}`, env, async log => {
  await using opened = new AsyncDisposableStack()
  const lock = opened.use(
    await startVirtualLock({
      lockId: env.LOCK_ID,
      site: env.SITE_ID,
      mqttUrl: env.MQTT_URL,
      caFile: env.MQTT_TLS_CA,
      key: Buffer.from(env.LOCK_KEY, 'hex'),
      password: env.MQTT_PASSWORD,
      dataDir: env.DATA_DIR,
      autoLockMs: env.AUTO_LOCK_S * 1_000,
      log,
    }),
  )
  const keypad = opened.use(
    await startKeypad(lock, { host: env.HTTP_HOST, port: env.HTTP_PORT, doorName: env.DOOR_NAME }),
  )
  log.info({ port: keypad.port }, 'keypad ready')
  const resources = opened.move()
  // A lock works without its gateway, so being cut off does not make it unready.
  return { isReady: () => true, [Symbol.asyncDispose]: () => resources.disposeAsync() }
})
