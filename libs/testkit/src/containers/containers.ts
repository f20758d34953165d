// Read only where it is used: its packages would cost every test file half a second.
import { randomBytes } from 'node:crypto'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import { GenericContainer, type StartedTestContainer, Wait } from 'testcontainers'

export type Contained = { readonly stop: () => Promise<void>; readonly kill: () => Promise<void> }

const START_MS = 60_000
const UID = 10_001
const STOP_MS = 10_000

/** PostgreSQL 18, whose data go with it; answers its superuser's URL. */
export async function containPostgres(): Promise<Contained & { readonly url: string }> {
  const port = await freePort()
  const password = randomBytes(16).toString('hex')
  const settings = ['max_connections=200', 'timezone=UTC', 'fsync=off', 'full_page_writes=off']
  const started = await contained('postgres')
    .withUser(`${UID}:${UID}`)
    .withTmpFs({ '/tmp': '', '/data': `uid=${UID},gid=${UID},mode=700` })
    .withEnvironment({ POSTGRES_USER: 'asaichi', POSTGRES_PASSWORD: password, POSTGRES_DB: 'asaichi' })
    .withCommand(['-p', String(port), ...settings.flatMap(setting => ['-c', setting])])
    .withWaitStrategy(Wait.forLogMessage(/database system is ready to accept connections/))
    .start()
  return { ...endsOf(started), url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres` }
}

/** NATS by its configuration, which lies with its store in `dir`. */
export async function containNats(dir: string, config: string): Promise<Contained> {
  const started = await contained('nats')
    // The folder is its owner's alone.
    .withUser('0:0')
    .withBindMounts([{ source: dir, target: dir }])
    .withCommand(['--config', config])
    .withWaitStrategy(Wait.forLogMessage(/Server is ready/))
    .start()
  return endsOf(started)
}

/** A service of ours as it is shipped, once it serves. */
export async function containService(
  name: string,
  env: Readonly<Record<string, string>>,
): Promise<Contained> {
  const started = await contained(name)
    .withEnvironment({ ...env })
    .withWaitStrategy(Wait.forLogMessage(/"msg":"started"/))
    .start()
  return endsOf(started)
}

// One network for all of them and the tests: a name or a port that is mapped would have to be told to everybody.
function contained(name: string): GenericContainer {
  return new GenericContainer(`asaichi/${name}:local`).withNetworkMode('host').withStartupTimeout(START_MS)
}

function endsOf(started: StartedTestContainer): Contained {
  return {
    stop: async () => void (await started.stop({ timeout: STOP_MS })),
    kill: async () => void (await started.stop({ timeout: 0 })),
  }
}
