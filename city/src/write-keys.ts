import { chmod, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { authorizationBlock, natsUsers } from '@asaichi/bus/nats-users.ts'
import { newSeed } from '@asaichi/bus/nkeys.ts'
import { ALL_SERVICES } from '@asaichi/contract/town/town.ts'
import { writeAtomically } from '@asaichi/lock-protocol/atomic-file.ts'
import { cloudPassword, passwordHash } from '@asaichi/lock-protocol/lock-keys.ts'
import { appRole } from '@asaichi/store/roles.ts'
import { passwordName } from './config.ts'
import { Missing } from './init/missing.ts'
import { keptKey } from './key-folder.ts'
import { newKey, type TownKeys, townKeys } from './town-keys.ts'

/** Who is on the bus of an installation, and the secrets each is told besides; the demo's clock and beacon are in none. */
const PARTIES = [...ALL_SERVICES, 'gateway-api', 'keeper', 'operator'] as const
type Party = (typeof PARTIES)[number]
type Variables = Readonly<Record<string, string>>

export const OWNER = 'asaichi'

/**
 * Makes the keys of an installation in `<folder>/keys` where they are not there yet, and from them one file for each process, as an
 * environment file that Kubernetes, compose, systemd and Node read alike, and the users of NATS. `database` names server and database.
 */
export async function writeKeys(
  folder: string,
  { database, say }: { readonly database: string; readonly say: (sentence: string) => void },
): Promise<void> {
  const address = parsed(database)
  await mkdir(path.join(folder, 'secrets'), { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const keys = await townKeys(folder)
  const seeds = new Map<Party, string>()
  for (const party of PARTIES)
    seeds.set(party, await keptKey(folder, { process: party, name: 'nats-seed' }, newSeed))
  const owner = await keptKey(folder, { process: 'init', name: 'database-password' }, newKey)
  const admin = urlFor(address, OWNER, owner)
  const files: readonly (readonly [name: string, variables: Variables])[] = [
    ...PARTIES.map(party => [party, toldTo(party, { seed: seeds.get(party) ?? '', keys, address })] as const),
    ['init', { ADMIN_URL: admin, ...passwords(keys), NATS_SEED: seeds.get('keeper') ?? '' }],
    ['postgres', { username: OWNER, password: owner }],
    [
      'nats',
      { NATS_ROUTE_PASSWORD: await keptKey(folder, { process: 'nats', name: 'route-password' }, newKey) },
    ],
    [
      'gateway-lock',
      { CLOUD_PASSWORD_HASH: passwordHash(cloudPassword(Buffer.from(keys.lockMaster, 'hex'))) },
    ],
  ]
  for (const [name, variables] of files)
    await writeVariables(path.join(folder, 'secrets', `${name}.env`), variables)
  await writeSecret(path.join(folder, 'nats-users.conf'), `${authorizationBlock(natsUsers(seeds))}\n`)
  say(`Keys are in ${folder}/keys: keep a copy where no server is, for nothing else opens what they seal.`)
  say(`Each process's secrets are in ${folder}/secrets, the users of NATS in ${folder}/nats-users.conf.`)
}

function toldTo(
  party: Party,
  { seed, keys, address }: { readonly seed: string; readonly keys: TownKeys; readonly address: URL },
): Variables {
  const bus = { NATS_SEED: seed }
  switch (party) {
    case 'keeper':
    case 'operator':
      return bus
    case 'gateway-api':
      return { ...bus, LINK_KEY: keys.link, ...(keys.former.link && { LINK_KEY_OLD: keys.former.link }) }
    case 'identity':
    case 'catalog':
    case 'reservation':
    case 'lottery':
    case 'notification':
    case 'lock':
      return {
        ...bus,
        DATABASE_URL: urlFor(address, appRole(address.pathname.slice(1), party), keys.passwords[party]),
        ...(party in keys.secrets && { SECRET_KEY: keys.secrets[party as keyof TownKeys['secrets']] }),
        ...(party === 'lottery' && keys.former.lottery && { SECRET_KEY_OLD: keys.former.lottery }),
        ...(party === 'lock' && { LOCK_MASTER_KEY: keys.lockMaster }),
      }
  }
}

function passwords(keys: TownKeys): Variables {
  return Object.fromEntries(ALL_SERVICES.map(service => [passwordName(service), keys.passwords[service]]))
}

function urlFor(address: URL, user: string, password: string): string {
  const url = new URL(address)
  url.username = user
  url.password = password
  return url.href
}

function parsed(database: string): URL {
  const url = URL.canParse(database) ? new URL(database) : undefined
  if (
    url === undefined ||
    !/^postgres(ql)?:$/.test(url.protocol) ||
    !/^\/[a-z][a-z0-9_]*$/.test(url.pathname)
  )
    throw new Missing(
      '--database names a server and a database in small letters: postgres://db.example:5432/asaichi',
    )
  if (url.username !== '' || url.password !== '')
    throw new Missing('--database takes no user: each process gets one of its own.')
  return url
}

function asEnvFile(variables: Variables): string {
  return Object.entries(variables)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')
}

/** What an operator wrote besides, such as SMTP_URL, stays. */
async function writeVariables(file: string, variables: Variables): Promise<void> {
  const told = parseEnv(await readFile(file, 'utf8').catch(() => ''))
  const besides = Object.entries(told).flatMap(([name, value]) =>
    value === undefined || name in variables ? [] : [[name, value] as const],
  )
  await writeSecret(file, asEnvFile({ ...variables, ...Object.fromEntries(besides) }))
}

async function writeSecret(file: string, text: string): Promise<void> {
  await writeAtomically(file, text)
  await chmod(file, 0o600)
}
