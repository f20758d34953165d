import type { Executor, Transaction } from './database.ts'

/**
 * Asks several statements of a transaction without waiting in between: they reach the server together, in the order in
 * which they were asked, and it answers them together. One that fails fails those behind it, as it would have anyway.
 */
export async function atOnce<Tables, Result>(
  tx: Transaction<Tables>,
  ask: (lane: Executor) => Promise<Result>,
): Promise<Result> {
  const executor = tx.getExecutor()
  return executor.provideConnection(connection => {
    // Kysely would let them wait for each other.
    const lane = executor.withConnectionProvider({ provideConnection: use => use(connection) })
    return ask({ getExecutor: () => lane })
  })
}
