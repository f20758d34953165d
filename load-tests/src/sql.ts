import pg from 'pg'

/** One statement as the owner of the database; whoever wants an instant or a bigint asks for it as text or int, for types are parsed as the process has them parsed. */
export type Sql = <Row>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>
export type Truth = { readonly sql: Sql } & AsyncDisposable

const STATEMENT_MS = 30_000

/** A way into PostgreSQL beside the services: with the driver alone, so that what is verified shares no code with what is tested. */
export function openTruth(url: string): Truth {
  const pool = new pg.Pool({
    connectionString: url,
    max: 2,
    connectionTimeoutMillis: 5_000,
    statement_timeout: STATEMENT_MS,
    query_timeout: STATEMENT_MS + 1_000,
    application_name: 'load-tests',
  })
  // A server that is restarted under an idle connection says so here, and would end the process if nobody listened.
  pool.on('error', () => undefined)
  return {
    // Safe: each caller names the columns it asked for.
    sql: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await pool.query(text, [...values])).rows as readonly Row[],
    [Symbol.asyncDispose]: () => pool.end(),
  }
}
