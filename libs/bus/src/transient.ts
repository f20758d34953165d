import { CallFault } from './call.ts'

// Connection trouble (08, 57P), resources (53), serialization and deadlock (40), lock and statement timeouts (55P03, 57014).
const TRANSIENT_SQLSTATE = /^(08|53|57P|40001|40P01|55P03|57014)/

/** Trouble that passes by itself, as opposed to a message that will never work. */
export function isTransient(error: unknown): boolean {
  if (error instanceof CallFault) return error.kind === 'unavailable' || error.kind === 'timeout'
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (TRANSIENT_SQLSTATE.test(code) || /^E[A-Z]+$/.test(code)) return true
  return /timeout|terminated|Connection ended|Cannot use a pool/i.test(error.message)
}
