import { appRole, ownerRole } from '@asaichi/store/roles.ts'
import { type DatabaseState, EXTENSIONS } from './look.ts'

/** Something an operator has to do first; its message is one sentence that says what. */
export class Missing extends Error {
  override readonly name = 'Missing'
}

const OLDEST = 16

/** The first thing that is missing in the database, or undefined where all is there. */
export function missingIn(state: DatabaseState, services: readonly string[]): string | undefined {
  const { user, database } = state
  if (state.version < OLDEST * 10_000)
    return `PostgreSQL is ${state.versionName}, and ${OLDEST} or later is needed: upgrade it, then run init again.`
  if (state.encoding !== 'UTF8')
    return `The database ${database} has the encoding ${state.encoding}: create it anew with encoding UTF8.`
  if (!state.mayCreate)
    return `${user} may not create schemas in ${database}: alter database ${database} owner to ${user}.`
  const unknown = EXTENSIONS.filter(name => !state.extensions.has(name))
  if (unknown.length > 0)
    return `PostgreSQL has no extension ${unknown.join(' and ')}: install the package postgresql-contrib of its version.`
  const roles = services.flatMap(service => [appRole(database, service), ownerRole(database, service)])
  if (!state.mayCreateRoles && roles.some(role => !state.roles.has(role)))
    return `${user} may not create roles: alter role ${user} createrole.`
  const foreign = roles.find(role => state.roles.get(role) === false)
  if (foreign !== undefined)
    return `The role ${foreign} is there and ${user} may not change it: grant ${foreign} to ${user} with admin option.`
  if (state.isDemo)
    return `The database ${database} has a clock that can be moved, so it was a demo's: begin with an empty one.`
  return undefined
}

/** What a driver's error means to the one who set the address; undefined where it is none of these. */
export function troubleWith(what: 'PostgreSQL' | 'NATS', error: unknown): string | undefined {
  const causes = withCauses(error)
  const codes = causes.map(cause => ('code' in cause ? String(cause.code) : cause.name))
  const says = causes.map(cause => cause.message).join('; ')
  const sentence = codes.map(code => SENTENCES[code]).find(Boolean)
  if (sentence !== undefined) return `${what} ${sentence}.`
  if (/certificate|self[-_]signed|altname|verify/i.test(`${codes.join(' ')} ${says}`))
    return `${what} shows a certificate that is not trusted here: name who vouches for it in ${what === 'NATS' ? 'NATS_TLS_CA' : 'sslrootcert of ADMIN_URL'}.`
  if (/does not support SSL/.test(says))
    return 'PostgreSQL speaks in clear only: turn ssl on there, or take sslmode out of ADMIN_URL.'
  return undefined
}

function withCauses(error: unknown): readonly Error[] {
  return error instanceof Error ? [error, ...withCauses(error.cause)] : []
}

const SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'does not answer at its address: is it up, and is the port right',
  ENOTFOUND: 'has an address that no name server knows',
  EAI_AGAIN: 'has an address that no name server knows yet',
  ETIMEDOUT: 'does not answer at its address: does a firewall stand between',
  '28P01': 'refuses the password of ADMIN_URL',
  '28000': 'refuses the user of ADMIN_URL: look at its pg_hba.conf',
  '3D000': 'has no database of that name: create it with encoding UTF8',
  '53300': 'has no connection left: raise max_connections, or end who holds them',
  // NATS: errors of its client by name, those of JetStream by number.
  AuthorizationError: 'does not know NATS_SEED: has it the users of nats-users.conf',
  PermissionViolationError: 'knows NATS_SEED as somebody who keeps no streams: it must be the keeper’s',
  NoRespondersError: 'has no JetStream: turn it on there',
  RequestError: 'has no JetStream, or NATS_SEED is not the keeper’s',
  TimeoutError: 'does not answer in time: is its cluster complete',
  '10074': 'is a single server and cannot keep facts STREAM_REPLICAS times: set it to 1, or run three',
  '10005': 'has fewer servers than STREAM_REPLICAS asks for, or too little room on their disks',
  '10047': 'has too little room for the streams: raise max_file_store',
  '57P03': 'is only starting: run init again',
}
