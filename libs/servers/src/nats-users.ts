import { publicKeyOf } from '@asaichi/bus/nkeys.ts'
import type { Party } from '@asaichi/bus/parties.ts'
import { type Permissions, permissionsOf } from '@asaichi/bus/permissions.ts'

/** Somebody who may connect: the public half of the key, and what NATS then lets them do. */
export type NatsUser = { readonly nkey: string; readonly permissions: Permissions }

/** Each party by its seed, with what follows from its line in the table of parties. */
export function natsUsers(seeds: Iterable<readonly [Party, string]>): readonly NatsUser[] {
  return Array.from(seeds, ([party, seed]) => ({
    nkey: publicKeyOf(seed),
    permissions: permissionsOf(party),
  }))
}
