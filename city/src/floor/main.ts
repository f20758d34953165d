import { parseEnv } from '@asaichi/service/env.ts'
import { floorEnv } from './config.ts'
import { setFloor } from './set-floor.ts'

try {
  for (const done of await setFloor(parseEnv(floorEnv))) console.log(done)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
