import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { newSeed } from '@asaichi/bus/nkeys.ts'
import { TOWN_PARTIES, type TownParty } from '@asaichi/bus/parties.ts'
import { busEnv } from '@asaichi/service/env.ts'

/** Each process has a folder for its own keys, made at the town's first start: whoever reads one learns nothing of another. */
async function townKey(
  dir: string,
  own: { readonly process: string; readonly name: string },
  make: () => string,
): Promise<string> {
  const folder = path.join(dir, 'keys', own.process)
  const file = path.join(folder, own.name)
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  if (kept !== undefined) return kept
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(path.join(dir, 'keys'), 0o700)
  const key = make()
  await writeFile(`${file}.new`, key, { mode: 0o600 })
  await rename(`${file}.new`, file)
  return key
}

/** The servers, and how the line to them is sealed; as a process is told it, so nothing that is not set is in it. */
export type BusServers = Readonly<Record<string, string>> & { readonly NATS_URL: string }
export type TownBus = Readonly<Record<TownParty, BusServers & { readonly NATS_SEED: string }>>

const Servers = busEnv.omit({ NATS_SEED: true })

/** An empty variable is one that is not set. */
export function busServers(told: Readonly<Record<string, string | undefined>>): BusServers {
  const { NATS_URL, ...tls } = Servers.parse(whatIsSet(told))
  return { NATS_URL, ...whatIsSet(tls) }
}

function whatIsSet(told: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(told).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

/** How each party of the town gets on the bus. */
export async function townBus(dir: string, servers: BusServers): Promise<TownBus> {
  const entries = TOWN_PARTIES.map(
    async (party): Promise<[TownParty, TownBus[TownParty]]> => [
      party,
      { ...servers, NATS_SEED: await townKey(dir, { process: party, name: 'nats-seed' }, newSeed) },
    ],
  )
  return Object.fromEntries(await Promise.all(entries)) as TownBus
}
