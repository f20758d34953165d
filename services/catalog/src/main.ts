import { parseEnv } from '@asaichi/service/env.ts'
import { run } from '@asaichi/service/run.ts'
import { config } from './config.ts'
import { startCatalog } from './start.ts'

const env = parseEnv(config)
await run('catalog', env, log => startCatalog(env, log))
