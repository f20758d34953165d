import type { Outcome } from '@asaichi/contract/define.ts'

/** The value; throws where it was refused. */
export function valueOf<V, R extends { readonly code: string }>(outcome: Outcome<V, R>): V {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`)
  return outcome.value
}

/** `done`, or the refusal's code. */
export function codeOf<V, R extends { readonly code: string }>(outcome: Outcome<V, R>): string {
  return outcome.ok ? 'done' : outcome.refusal.code
}
