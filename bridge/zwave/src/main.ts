import { createClock } from '@asaichi/service/clock.ts'
import { parseEnv } from '@asaichi/service/env.ts'
import { run } from '@asaichi/service/run.ts'
import { zwaveBridgeEnv } from './config.ts'
import { startZwaveBridge } from './start.ts'

const env = parseEnv(zwaveBridgeEnv)
const clock = createClock('real')

await run('bridge-zwave', env, async log => {
  let isWell = true
  const bridge = await startZwaveBridge(env, {
    crystalMs: () => Date.parse(clock.now()),
    // The stick is gone: whoever keeps the process alive starts it again.
    onFault: () => {
      isWell = false
    },
    log,
  })
  return { isReady: () => isWell, [Symbol.asyncDispose]: () => bridge[Symbol.asyncDispose]() }
})
