import { sql } from 'kysely'

/** The deciding clock, read in the statement that decides. */
export const townTime = sql<string>`town_now()`

export function townTimePlus(seconds: number) {
  return sql<string>`town_now() + ${seconds} * interval '1 second'`
}
