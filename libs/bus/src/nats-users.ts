import { publicKeyOf } from './nkeys.ts'
import type { Party } from './parties.ts'
import { type Permissions, permissionsOf } from './permissions.ts'

/** Somebody who may connect: the public half of the key, and what NATS then lets them do. */
export type NatsUser = { readonly nkey: string; readonly permissions: Permissions }

/** Each party by its seed, with what follows from its line in the table of parties. */
export function natsUsers(seeds: Iterable<readonly [Party, string]>): readonly NatsUser[] {
  return Array.from(seeds, ([party, seed]) => ({
    nkey: publicKeyOf(seed),
    permissions: permissionsOf(party),
  }))
}

/** The block of nats-server's configuration that lets these in and nobody else. Only what 2.9, the version in Debian 12, knows. */
export function authorizationBlock(users: readonly NatsUser[]): string {
  return [
    'authorization {',
    // Seconds; on a loaded machine a process signs late.
    '  timeout: 10',
    '  users: [',
    ...users.map(user => `    ${userLine(user)}`),
    '  ]',
    '}',
  ].join('\n')
}

function userLine({ nkey, permissions: { publish, subscribe, answers } }: NatsUser): string {
  const permissions = { publish, subscribe, ...(answers && { allow_responses: true }) }
  return `{ nkey: ${nkey}, permissions: ${JSON.stringify(permissions)} }`
}
