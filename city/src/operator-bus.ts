import { type Asking, connectAsking } from '@asaichi/bus/bus.ts'
import { createClock } from '@asaichi/service/clock.ts'
import { busEnv } from '@asaichi/service/env.ts'
import { createLog } from '@asaichi/service/log.ts'
import { Missing } from './init/missing.ts'

/** The town's bus as its operator. Ends with one sentence where it is not told how to get there, or nobody is. */
export async function operatorBus(): Promise<Asking> {
  const told = busEnv.safeParse(process.env)
  if (!told.success)
    throw new Missing(
      'Set NATS_URL and NATS_SEED to those of the operator; for the town of npm start: NATS_URL=nats://127.0.0.1:14222 NATS_SEED=$(cat .town/keys/operator/nats-seed).',
    )
  try {
    return await connectAsking({
      nats: told.data,
      party: 'operator',
      clock: createClock('real'),
      log: createLog('city', 'silent'),
      absent: 'fail',
    })
  } catch {
    throw new Missing(`No town answers at ${told.data.NATS_URL}.`)
  }
}
