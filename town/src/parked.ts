import { parseArgs } from 'node:util'
import { type Asking, connectAsking } from '@asaichi/bus/bus.ts'
import { CallFault } from '@asaichi/bus/call.ts'
import { busServers, townBus } from '@asaichi/city/town-bus.ts'
import type { Service } from '@asaichi/contract/define.ts'
import { ALL_SERVICES, listParkedOf, replayParkedOf } from '@asaichi/contract/town/town.ts'
import { defaultTownFolder } from '@asaichi/servers/folders.ts'
import { createClock } from '@asaichi/service/clock.ts'
import { runCommand } from '@asaichi/service/command.ts'
import { type BusEnv, busEnv } from '@asaichi/service/env.ts'
import { createLog } from '@asaichi/service/log.ts'
import { z } from 'zod'
import { townPorts } from './town-ports.ts'

const USAGE = 'Usage: npm run parked, or npm run parked -- --replay [id].'
// A replay works through up to 500 messages before it answers.
const REPLAY_MS = 60_000

await runCommand(async () => {
  const asked = askedFor(process.argv.slice(2))
  await using bus = await busOfTown()
  for (const service of ALL_SERVICES) await tellOf(bus, service, asked)
})

type Asked = { readonly replay: boolean; readonly id: string | undefined }

async function tellOf(bus: Asking, service: Service, asked: Asked): Promise<void> {
  try {
    if (asked.replay) await replay(bus, service, asked.id)
    else await list(bus, service)
  } catch (error) {
    if (!(error instanceof CallFault)) throw error
    console.error(`${service} gives no answer (${error.kind}).`)
    process.exitCode = 1
  }
}

async function list(bus: Asking, service: Service): Promise<void> {
  const outcome = await bus.call(listParkedOf(service), {})
  for (const { id, subject, reason, parkedAt } of outcome.ok ? outcome.value.items : [])
    console.log([service, id, subject, reason, parkedAt].join('  '))
}

async function replay(bus: Asking, service: Service, id: string | undefined): Promise<void> {
  const input = id === undefined ? {} : { id }
  const outcome = await bus.call(replayParkedOf(service), input, { deadlineMs: REPLAY_MS })
  if (outcome.ok)
    console.log(`${service}  replayed ${outcome.value.replayed}  still parked ${outcome.value.stillParked}`)
}

function askedFor(args: readonly string[]): Asked {
  const { replay: isReplay, rest } = read(args)
  const [id, ...more] = rest
  const isUsable = more.length === 0 && (id === undefined || (isReplay && z.uuid().safeParse(id).success))
  if (!isUsable) throw new Error(USAGE)
  return { replay: isReplay, id }
}

function read(args: readonly string[]): { readonly replay: boolean; readonly rest: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { replay: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    return { replay: values.replay, rest: positionals }
  } catch {
    throw new Error(USAGE)
  }
}

async function busOfTown(): Promise<Asking> {
  const nats = await operatorEnv()
  const log = createLog('parked', 'silent')
  try {
    return await connectAsking({ nats, party: 'operator', clock: createClock('real'), log, absent: 'fail' })
  } catch {
    throw new Error(
      `No town answers at ${nats.NATS_URL}: start it with npm start, or set NATS_URL and NATS_SEED.`,
    )
  }
}

/** Elsewhere it is told like any process; here the town has kept the operator's seed. */
async function operatorEnv(): Promise<BusEnv> {
  const NATS_URL = process.env['NATS_URL'] || `nats://127.0.0.1:${(await townPorts('fixed')).NATS.port}`
  if (process.env['NATS_SEED']) return busEnv.parse({ ...process.env, NATS_URL })
  return (await townBus(defaultTownFolder, busServers({ ...process.env, NATS_URL }))).operator
}
