import { CallFault } from './call.ts'

// Connection trouble (08, 57P), resources (53).
const OUTAGE_SQLSTATE = /^(08|53|57P)/
// Serialization and deadlock (40), lock and statement timeouts (55P03, 57014).
const TRANSIENT_SQLSTATE = /^(40001|40P01|55P03|57014)/

// pg gives its own errors no code: a link that broke, or that answered too late, and a pool at its end.
const LINK_LOST =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|timeout expired|Client has encountered|Client was closed|Cannot use a pool|Postgres connection has been discarded)/

/** Trouble that passes by itself, as opposed to a message that will never work. */
export function isTransient(error: unknown): boolean {
  if (error instanceof CallFault) return error.kind === 'unavailable' || error.kind === 'timeout'
  return isOutage(error) || TRANSIENT_SQLSTATE.test(codeOf(error))
}

/** The database, or the way to it, is away: whatever is asked now meets the same, and whether a commit happened is not known. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  return OUTAGE_SQLSTATE.test(code) || /^E[A-Z]+$/.test(code) || LINK_LOST.test(error.message)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
