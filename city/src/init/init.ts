import { setUpStreams } from '@asaichi/bus/keeper.ts'
import { localTimeOf } from '@asaichi/calendar/instant.ts'
import { ALL_SERVICES } from '@asaichi/contract/town/town.ts'
import { bootstrap } from '@asaichi/store/bootstrap.ts'
import pg from 'pg'
import { type InitEnv, passwordsOf } from '../config.ts'
import { migrateAll } from '../migrate-all.ts'
import { look } from './look.ts'
import { Missing, missingIn, troubleWith } from './missing.ts'

export type InitOptions = {
  /** Also between 06:00 and 08:00 in Japan, when a lock on a table would meet seven o'clock. */
  readonly duringOpening: boolean
  readonly say: (sentence: string) => void
}

const FROZEN = { from: '06:00', until: '08:00' } as const
const CONNECT_MS = 5_000

/**
 * Prepares database and streams for this release: roles, schemas, extensions, the clock, migrations, streams and consumers. Safe to
 * run again, by two at once, and after one that died in the middle. Throws `Missing` where an operator has to do something first.
 */
export async function init(env: InitEnv, { duringOpening, say }: InitOptions): Promise<void> {
  const passwords = passwordsOf(env)
  const state = await withDatabase(env.ADMIN_URL, look)
  const missing = missingIn(state, ALL_SERVICES)
  if (missing !== undefined) throw new Missing(missing)
  if (!duringOpening && isFrozen(state.now))
    throw new Missing(
      `It is ${localTimeOf(state.now)} in Japan: between ${FROZEN.from} and ${FROZEN.until} nothing is changed under the residents, unless you say --during-opening.`,
    )
  await bootstrap({ url: env.ADMIN_URL, passwords, movableClock: false })
  say(`Prepared the database ${state.database} of PostgreSQL ${state.versionName}.`)
  const applied = await migrateAll(env.ADMIN_URL)
  say(
    applied.length === 0
      ? 'Every schema is up to date.'
      : `Applied ${applied.length}: ${applied.join(', ')}.`,
  )
  await withTrouble('NATS', () => setUpStreams({ nats: env, replicas: env.STREAM_REPLICAS }))
  say(`Streams and consumers are set up, each fact kept ${times(env.STREAM_REPLICAS)}.`)
}

/** Whether residents may just now be after what opens at seven. */
export function isFrozen(instant: string): boolean {
  const time = localTimeOf(instant)
  return time >= FROZEN.from && time < FROZEN.until
}

function times(replicas: number): string {
  return replicas === 1 ? 'once' : `${replicas} times`
}

async function withDatabase<V>(url: string, work: (client: pg.Client) => Promise<V>): Promise<V> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS })
  client.on('error', () => undefined)
  await withTrouble('PostgreSQL', () => client.connect())
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function withTrouble<V>(what: 'PostgreSQL' | 'NATS', work: () => Promise<V>): Promise<V> {
  try {
    return await work()
  } catch (error) {
    const sentence = troubleWith(what, error)
    if (sentence === undefined) throw error
    throw new Missing(sentence, { cause: error })
  }
}
