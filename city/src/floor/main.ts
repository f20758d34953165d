import { runCommand } from '@asaichi/service/command.ts'
import { parseEnv } from '@asaichi/service/env.ts'
import { floorEnv } from './config.ts'
import { setFloor } from './set-floor.ts'

await runCommand(async () => {
  for (const done of await setFloor(parseEnv(floorEnv))) console.log(done)
})
