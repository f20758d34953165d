import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, type sql } from 'kysely'
import pg from 'pg'

export type { Kysely, Transaction } from 'kysely'

/** Anything a statement can run on: the database or a transaction of it. */
export type Executor = Parameters<ReturnType<typeof sql>['execute']>[0]

export type Database<Tables> = {
  readonly db: Kysely<Tables>
  readonly pool: pg.Pool
  readonly schema: string
  /** Calls back on every NOTIFY of the channel and once after each reconnect, because notices sent in between are gone. */
  readonly listen: (channel: string, heard: (payload: string) => void) => Promise<AsyncDisposable>
} & AsyncDisposable

// Dates and instants stay strings: `date` as YYYY-MM-DD, `timestamptz` as UTC with three decimals (truncated, so that
// 06:59:59.9996 never becomes 07:00). Counts fit a number; numeric is refused nowhere because nothing uses it.
pg.types.setTypeParser(1082, text => text)
pg.types.setTypeParser(1184, text => instantText(text))
pg.types.setTypeParser(20, text => Number(text))

/**
 * D6, E12: without the client's own `query_timeout` a pool stays wedged after a black-holed link.
 * The order lock < statement < client lets the server give up first and keep the connection usable.
 */
export const TIMEOUTS_MS = {
  connect: 2_000,
  lock: 2_000,
  statement: 4_000,
  query: 5_000,
  // Longer than a handler of facts may take, which is to be named as what held the transaction (P2).
  idleInTransaction: 15_000,
} as const

export function openDatabase<Tables>(
  url: string,
  options: {
    readonly schema: string
    readonly max?: number
    readonly onError?: (error: Error) => void
    /** How long one statement may take, where that is longer than a question's patience. */
    readonly statementMs?: number
  },
): Database<Tables> {
  const config = connectionConfig(url, options)
  const pool = new pg.Pool({
    ...config,
    max: options.max ?? 10,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: false,
  })
  pool.on('error', error => options.onError?.(error))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: withoutLost(pool) }) })
  return {
    db,
    pool,
    schema: options.schema,
    listen: (channel, heard) => listen(config, channel, heard),
    async [Symbol.asyncDispose]() {
      await db.destroy()
      // Kysely ends only a pool it has used itself.
      if (!pool.ended) await pool.end()
    },
  }
}

/** So that the server gives up first. */
const CLIENT_AFTER_MS = 1_000

function connectionConfig(
  url: string,
  { schema, statementMs }: { readonly schema: string; readonly statementMs?: number },
): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: schema,
    keepAlive: true,
    connectionTimeoutMillis: TIMEOUTS_MS.connect,
    query_timeout: statementMs === undefined ? TIMEOUTS_MS.query : statementMs + CLIENT_AFTER_MS,
    // Statements that do not wait for each other travel together (`atOnce`).
    pipeline: true,
    options: [
      `-c search_path=${schema},public`,
      '-c timezone=UTC',
      `-c lock_timeout=${TIMEOUTS_MS.lock}`,
      `-c statement_timeout=${statementMs ?? TIMEOUTS_MS.statement}`,
      `-c idle_in_transaction_session_timeout=${TIMEOUTS_MS.idleInTransaction}`,
    ].join(' '),
  }
}

function withoutLost(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    connect: async () => unlessLost(await pool.connect()),
    end: () => pool.end(),
  }
}

/**
 * A query that timed out here may never be answered, and pg would queue every later one of that connection behind it. So
 * a lost connection asks no more, not even for a rollback, and leaves the pool when it is handed back. One that breaks
 * between two queries says so by an event, which would end the process if nobody listened.
 */
function unlessLost(client: pg.PoolClient): PostgresPoolClient {
  let lost: Error | undefined
  const lose = (error: Error) => {
    lost ??= error
  }
  client.on('error', lose)
  let begun: Promise<unknown> | undefined
  const ask = (text: string, values: readonly unknown[]) => {
    inOneWrite(client)
    return client.query({ ...preparedName(text), text, values: [...values] })
  }
  const query = async (text: string, values: readonly unknown[]) => {
    if (lost) throw lost
    try {
      if (text === BEGIN) {
        begun = ask(text, values)
        // Told to whoever asks next.
        begun.catch(() => undefined)
        return BEGUN
      }
      const before = begun
      begun = undefined
      const answer = ask(text, values)
      await Promise.all([before, answer])
      return await answer
    } catch (error) {
      if (error instanceof Error && error.message === 'Query read timeout') lose(error)
      throw error
    }
  }
  return {
    // Safe: the other form takes a cursor, and no dialect of ours is given one.
    query: query as unknown as PostgresPoolClient['query'],
    release(destroy) {
      client.off('error', lose)
      client.release(lost ?? destroy)
    },
  }
}

const BEGIN = 'begin'
/** Answered before the server has: its word comes with that on the first statement, which travels in the same packet. */
const BEGUN = { command: 'BEGIN', rowCount: null, rows: [], fields: [] }

/** What one turn of the loop asks is one write: on a socket they are what a statement costs most. */
function inOneWrite(client: pg.PoolClient): void {
  const { stream } = client.connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

const PREPARED = '/* prepared */'
const MOST_PREPARED = 200
const prepared = new Map<string, string>()

/**
 * A statement that begins with this comment is parsed and planned once a connection instead of every time, which for the
 * desk's is most of their cost. Only for texts that never vary and name their result columns.
 */
function preparedName(text: string): { readonly name?: string } {
  if (!text.trimStart().startsWith(PREPARED)) return {}
  const name = prepared.get(text) ?? `p${prepared.size}`
  if (prepared.size < MOST_PREPARED) prepared.set(text, name)
  return prepared.has(text) ? { name } : {}
}

async function listen(
  config: pg.ClientConfig,
  channel: string,
  heard: (payload: string) => void,
): Promise<AsyncDisposable> {
  let closed = false
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  const connect = async (): Promise<void> => {
    const next = new pg.Client(config)
    next.on('notification', message => heard(message.payload ?? ''))
    next.on('error', () => again())
    next.on('end', () => again())
    client = next
    try {
      await next.connect()
      await next.query(`listen ${pg.escapeIdentifier(channel)}`)
      heard('')
    } catch {
      again()
    }
  }
  const again = (): void => {
    if (closed || retry) return
    client?.removeAllListeners().on('error', () => undefined)
    void client?.end().catch(() => undefined)
    retry = setTimeout(() => {
      retry = undefined
      void connect()
    }, 500)
  }
  await connect()
  return {
    async [Symbol.asyncDispose]() {
      closed = true
      clearTimeout(retry)
      await client?.end().catch(() => undefined)
    },
  }
}

function instantText(text: string): string {
  const millis = text
    .slice(19, text.length - 3)
    .slice(1, 4)
    .padEnd(3, '0')
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${millis}Z`
}
