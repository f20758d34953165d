import { newSeed } from '@asaichi/bus/nkeys.ts'
import { TOWN_PARTIES, type TownParty } from '@asaichi/bus/parties.ts'
import { busEnv } from '@asaichi/service/env.ts'
import { keptKey } from './key-folder.ts'

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
      { ...servers, NATS_SEED: await keptKey(dir, { process: party, name: 'nats-seed' }, newSeed) },
    ],
  )
  return Object.fromEntries(await Promise.all(entries)) as TownBus
}
