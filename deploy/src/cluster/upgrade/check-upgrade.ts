import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { connectAsking } from '@asaichi/bus/bus.ts'
import { localDateOf } from '@asaichi/calendar/instant.ts'
import { ALL_SERVICES } from '@asaichi/contract/town/town.ts'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { createClock } from '@asaichi/service/clock.ts'
import { createLog } from '@asaichi/service/log.ts'
import pg from 'pg'
import { buildAt } from './build-at.ts'
import { type PatientWriters, startPatientWriters } from './patient-writers.ts'
import { startTownOf, type TownOf } from './town-of.ts'

type Say = (line: string) => void
type Build = { readonly name: string; readonly tree: string }

/** The last build that knew nothing of images and clusters. */
const BEFORE = '698b80c'
const SERVING = [...ALL_SERVICES, 'gateway-api']
const BENEATH = ['postgres', 'nats', 'mail', 'gateway-lock', 'clock', 'beacon']
const TOLD_MS = 60_000
const ON_EACH = 300

/**
 * A city goes from one build to the next and back while it is written to: the new one is started beside the old one, which migrates the schemas
 * under its feet, then the old one is stopped, and so back. Throws unless every write that was begun ended, all are there, and each was told.
 */
export async function checkUpgrade(say: Say, commit = BEFORE): Promise<void> {
  const before = {
    name: commit,
    tree: await buildAt(commit, path.join(repositoryRoot, '.town/cluster/builds')),
  }
  const dir = await mkdtemp(path.join(tmpdir(), 'asaichi-upgrade-'))
  const towns = openTowns(dir)
  try {
    const beneath = await towns.open(before, { folder: 'beneath', only: BENEATH })
    await thereAndBack(towns, { before, beneath, dir, say })
  } finally {
    await towns.closeAll()
    await rm(dir, { recursive: true, force: true })
  }
}

async function thereAndBack(
  towns: Towns,
  {
    before,
    beneath,
    dir,
    say,
  }: { readonly before: Build; readonly beneath: TownOf; readonly dir: string; readonly say: Say },
): Promise<void> {
  const now = { name: 'this build', tree: repositoryRoot }
  const { databaseUrl, urls } = beneath
  const external = {
    DATABASE_URL: databaseUrl,
    NATS_URL: urls.nats,
    SMTP_URL: urls.smtp,
    MQTT_URL: urls.mqtt,
  }
  const serve = async (build: Build, folder: string, demo = false) => {
    await cp(path.join(dir, 'beneath/keys'), path.join(dir, folder, 'keys'), { recursive: true })
    return await towns.open(build, { folder, only: SERVING, external, demo })
  }
  const first = await serve(before, 'first', true)
  await using operator = await operatorOf(beneath)
  const writers = startPatientWriters(operator, localDateOf(createClock('real').now()))
  const goOn = async (what: string) => {
    await writers.more(ON_EACH)
    say(`${what}: ${writers.acknowledged().length} acknowledged, ${writers.repeated()} asked again`)
  }
  try {
    await goOn(before.name)
    const second = await serve(now, 'second')
    await goOn(`${now.name} beside it, its migrations applied`)
    await towns.close(first)
    await goOn(`${now.name} alone`)
    await serve(before, 'third')
    await goOn(`back: ${before.name} beside it, on the new schema`)
    await towns.close(second)
    await goOn(`${before.name} alone`)
  } finally {
    await writers.stop()
  }
  await allThere(beneath, writers, say)
}

type Towns = ReturnType<typeof openTowns>

function openTowns(dir: string) {
  const running: TownOf[] = []
  return {
    async open(
      build: Build,
      { folder, ...options }: { readonly folder: string; readonly [option: string]: unknown },
    ) {
      const town = await startTownOf(build.tree, { dir: path.join(dir, folder), ...options })
      running.push(town)
      return town
    },
    async close(town: TownOf) {
      running.splice(running.indexOf(town), 1)
      await town.stop()
    },
    async closeAll() {
      for (const town of running.splice(0).toReversed()) await town.stop()
    },
  }
}

function operatorOf({ operator }: TownOf) {
  return connectAsking({
    nats: operator,
    party: 'operator',
    clock: createClock('real'),
    log: createLog('upgrade', 'silent'),
  })
}

/** Every notice once, and its fact told. */
async function allThere({ databaseUrl }: TownOf, writers: PatientWriters, say: Say): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const until = performance.now() + TOLD_MS
    const unsent = async () =>
      (
        await client.query<{ n: number }>(
          'select count(*)::int as n from catalog.outbox where sent_at is null',
        )
      ).rows[0]?.n
    while ((await unsent()) !== 0) {
      if (performance.now() > until) throw new Error('What was written is not told.')
      await pause(200)
    }
    const { rows } = await client.query<{ id: string; facts: number }>(
      `select n.notice_id::text as id, count(o.id)::int as facts from catalog.notices n
       left join catalog.outbox o on o.aggregate_id = n.notice_id::text and o.subject like 'catalog.event.notice-published.%'
       group by 1`,
    )
    const facts = new Map(rows.map(({ id, facts: count }) => [id, count]))
    const lost = writers.acknowledged().filter(id => !facts.has(id))
    const untold = writers.acknowledged().filter(id => facts.get(id) === 0)
    if (lost.length > 0) throw new Error(`${lost.length} acknowledged writes are not there.`)
    if (untold.length > 0) throw new Error(`${untold.length} acknowledged writes have no fact.`)
    say(`0 lost of ${writers.acknowledged().length}, each with its fact, and all told`)
  } finally {
    await client.end()
  }
}
