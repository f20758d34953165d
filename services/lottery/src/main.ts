import { parseEnv } from '@asaichi/service/env.ts'
import { run } from '@asaichi/service/run.ts'
import { config } from './config.ts'
import { startLottery } from './start.ts'

const env = parseEnv(config)
await run('lottery', env, log => startLottery(env, log))
