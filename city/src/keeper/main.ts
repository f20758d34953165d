import { startKeeper } from '@asaichi/bus/keeper.ts'
import { parseEnv } from '@asaichi/service/env.ts'
import { run } from '@asaichi/service/run.ts'
import { keeperEnv } from '../config.ts'

/** Sets the streams up again after a wiped bus: nobody else may. A second one beside it does no harm. */
const env = parseEnv(keeperEnv)
await run('keeper', env, async () => startKeeper({ nats: env, replicas: env.STREAM_REPLICAS }))
