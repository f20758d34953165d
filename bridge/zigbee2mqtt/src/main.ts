import { createClock } from '@asaichi/service/clock.ts'
import { parseEnv } from '@asaichi/service/env.ts'
import { run } from '@asaichi/service/run.ts'
import { zigbeeBridgeEnv } from './config.ts'
import { startZigbeeBridge } from './start.ts'

const env = parseEnv(zigbeeBridgeEnv)
const clock = createClock('real')

await run('bridge-zigbee2mqtt', env, async log => {
  const bridge = await startZigbeeBridge(env, { crystalMs: () => Date.parse(clock.now()), log })
  // Locks that cannot be reached are told to staff; the bridge itself is well.
  return { isReady: () => true, [Symbol.asyncDispose]: () => bridge[Symbol.asyncDispose]() }
})
