import type { Call } from '@asaichi/bus/call.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { listOwnAccounts } from '@asaichi/contract/identity/staff.ts'

/**
 * A76: those of the people who are the asking member of staff under another account. Only identity knows names and rosters; while
 * it is away nothing is decided.
 */
export async function ownAccounts(
  call: Call,
  actor: Actor,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set()
  const own = await call(listOwnAccounts, { actor, personIds: [...new Set(personIds)] })
  return new Set(own.ok ? own.value.personIds : personIds)
}
