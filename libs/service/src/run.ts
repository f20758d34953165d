import type { ProcessEnv } from './env.ts'
import { type Life, type Readiness, startHealth } from './health.ts'
import { createLog, type Log } from './log.ts'

export type Running = { readonly isReady: Readiness } & AsyncDisposable

const STOP_MS = 8_000

/**
 * The life of a process: start, answer for health, stop once on SIGTERM, SIGINT or the end of the parent.
 * A start that fails ends the process, so that its supervisor backs off and tries again.
 */
export async function run(
  name: string,
  env: ProcessEnv,
  start: (log: Log) => Promise<Running>,
): Promise<void> {
  const log = createLog(name, env.LOG_LEVEL)
  if (env.TOWN_CLOCK === 'movable' && env.NODE_ENV === 'production') {
    log.fatal('TOWN_CLOCK=movable is refused in production')
    process.exit(78)
  }
  process.on('unhandledRejection', err => log.error({ err }, 'unhandled rejection'))
  process.on('uncaughtException', err => {
    log.fatal({ err }, 'uncaught exception')
    process.exit(70)
  })
  let life: Life = { is: 'starting' }
  await using health = await startHealth({ name, host: env.HEALTH_HOST, port: env.HEALTH_PORT }, () => life)
  await using _tracing = await startTracing(name, env)
  const stopAsked = askedToStop(env)
  // A start can wait for ever, for a bus that is away; nothing has been promised yet, so it may end at once.
  void stopAsked.then(why => life.is === 'starting' && endBeforeStart(log, why))
  const started = await startOrExit(log, start)
  life = { is: 'running', isReady: started.isReady }
  log.info({ healthPort: health.port }, 'started')
  log.info({ why: await stopAsked }, 'stopping')
  life = { is: 'stopping' }
  setTimeout(() => {
    log.error('could not stop in time')
    process.exit(75)
  }, STOP_MS).unref()
  await started[Symbol.asyncDispose]()
  log.info('stopped')
  process.stdin.destroy()
}

// Its packages are read only where they are used.
async function startTracing(name: string, env: ProcessEnv): Promise<AsyncDisposable | undefined> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: share } = env
  if (endpoint === undefined) return undefined
  const { sendSpans } = await import('./otlp.ts')
  return sendSpans(name, { endpoint, share })
}

async function startOrExit(log: Log, start: (log: Log) => Promise<Running>): Promise<Running> {
  try {
    return await start(log)
  } catch (err) {
    log.fatal({ err }, 'could not start')
    process.exit(70)
  }
}

function endBeforeStart(log: Log, why: string): never {
  log.info({ why }, 'stopped before it had started')
  process.exit(0)
}

function askedToStop(env: ProcessEnv): Promise<string> {
  return new Promise(resolve => {
    process.once('SIGTERM', () => resolve('SIGTERM'))
    process.once('SIGINT', () => resolve('SIGINT'))
    // A supervisor that was killed cannot send a signal, but the pipe it held to our stdin ends with it.
    if (env.EXIT_WITH_PARENT === '1')
      process.stdin
        .once('end', () => resolve('parent ended'))
        .once('error', () => resolve('parent ended'))
        .resume()
  })
}
