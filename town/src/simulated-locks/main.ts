import { parseEnv } from '@asaichi/service/env.ts'
import { run } from '@asaichi/service/run.ts'
import { startKeypad } from '../virtual-lock/keypad-server.ts'
import { simulatedLocksEnv } from './config.ts'
import { openKeypadLock } from './keypad-lock.ts'
import type { Radio, RadioOptions } from './radio.ts'
import { openZigbeeRadio } from './zigbee/zigbee-radio.ts'
import { openZwaveRadio } from './zwave/zwave-radio.ts'

const env = parseEnv(simulatedLocksEnv)

const RADIOS = {
  zwave: openZwaveRadio,
  zigbee: openZigbeeRadio,
} as const satisfies Record<typeof env.RADIO, (options: RadioOptions) => Promise<Radio>>

await run(`locks-${env.RADIO}`, env, async log => {
  await using opened = new AsyncDisposableStack()
  const radio = opened.use(
    await RADIOS[env.RADIO]({ doors: env.DOORS.length, port: env.RADIO_PORT, dataDir: env.DATA_DIR }),
  )
  for (const [index, { lockId, name, port }] of env.DOORS.entries()) {
    const radioLock = radio.locks[index]
    if (!radioLock) throw new Error(`no lock for ${lockId}`)
    const lock = opened.use(openKeypadLock({ lockId, radioLock, isReached: radio.isWell }))
    const keypad = opened.use(await startKeypad(lock, { host: env.HTTP_HOST, port, doorName: name }))
    log.info({ port: keypad.port, lockId }, 'keypad ready')
  }
  const resources = opened.move()
  return { isReady: radio.isWell, [Symbol.asyncDispose]: () => resources.disposeAsync() }
})
