import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { connectAsking } from '@asaichi/bus/bus.ts'
import { localDateOf } from '@asaichi/calendar/instant.ts'
import { createClock } from '@asaichi/service/clock.ts'
import { createLog } from '@asaichi/service/log.ts'
import { startTown, type Town } from '@asaichi/town/town.ts'
import pg from 'pg'
import { type ArchivedPostgres, forget, startArchived } from './archived-postgres.ts'
import { type Programs, postgresPrograms } from './programs.ts'
import { startWriters, type Writers } from './writers.ts'

type Say = (line: string) => void

const PARTS = ['nats', 'clock', 'identity', 'catalog']
const WAIT_MS = 60_000

/** What was written, and when. */
type Ledger = {
  /** The moment to come back to, by the database's clock. */
  readonly moment: string
  /** Acknowledged before the moment, so they must be there. */
  readonly before: readonly string[]
  /** Begun after it, so they must not be. */
  readonly after: readonly string[]
  readonly all: readonly string[]
}

/**
 * Stage E: a city writes while its database is backed up, loses it, and gets it back: to a moment from the whole backup, and to its end from the
 * incremental one. Throws unless exactly what was acknowledged is there, each with its fact, and the city goes on upon it.
 */
export async function checkRestore(say: Say): Promise<void> {
  const begun = performance.now()
  const programs = await postgresPrograms()
  const dir = await mkdtemp(path.join(tmpdir(), 'asaichi-restore-'))
  // PostgreSQL passes through it under its own account, to its archive.
  await chmod(dir, 0o755)
  try {
    const first = await startArchived(path.join(dir, 'first'))
    const ledger = await live(first, { dir, programs, say })
    await forget(path.join(dir, 'first/postgres'))
    say('the database is gone')
    await toTheMoment(ledger, { dir, lost: first, say })
    await toTheEnd(ledger, { dir, lost: first, programs, say })
    say(
      `restored twice in ${((performance.now() - begun) / 1_000).toFixed(0)} s, with the city's whole life before`,
    )
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

type Life = { readonly dir: string; readonly programs: Programs; readonly say: Say }

async function live(postgres: ArchivedPostgres, { dir, programs, say }: Life): Promise<Ledger> {
  const town = await townOn(postgres, dir)
  await using operator = await operatorOf(town)
  const writers = startWriters(operator, localDateOf(createClock('real').now()))
  try {
    await writers.more(200)
    await backUp(postgres, programs, { to: path.join(dir, 'base') })
    await writers.more(300)
    const before = writers.acknowledged()
    const moment = await momentOf(postgres)
    const begun = new Set(writers.begun())
    await writers.more(300)
    await backUp(postgres, programs, { to: path.join(dir, 'increment'), since: path.join(dir, 'base') })
    await writers.more(200)
    await writers.stop()
    await archived(postgres)
    const all = writers.acknowledged()
    say(`${all.length} acknowledged, ${before.length} of them before ${moment}, while two backups were taken`)
    return { moment, before, after: writers.begun().filter(id => !begun.has(id)), all }
  } finally {
    await stopQuietly(writers)
    await town.stop()
    await postgres.crash()
  }
}

async function toTheMoment(
  ledger: Ledger,
  { dir, lost, say }: { readonly dir: string; readonly lost: ArchivedPostgres; readonly say: Say },
): Promise<void> {
  const postgres = await startArchived(path.join(dir, 'moment'), {
    from: { folder: path.join(dir, 'base'), lost },
    until: ledger.moment,
  })
  try {
    const found = await noticesIn(postgres)
    require(ledger.before.every(id =>
      found.has(id),
    ), 'What was acknowledged before the moment is not all there.')
    require(!ledger.after.some(id => found.has(id)), 'Something that began after the moment is there.')
    say(`to the moment: ${found.size} notices, nothing lost of ${ledger.before.length}, nothing from later`)
    await goOn(postgres, { dir, say })
  } finally {
    await postgres.stop()
  }
}

/** The same bus, which is ahead of the database now. */
async function goOn(
  postgres: ArchivedPostgres,
  { dir, say }: { readonly dir: string; readonly say: Say },
): Promise<void> {
  await using town = await townOn(postgres, dir)
  await using operator = await operatorOf(town)
  const writers = startWriters(operator, localDateOf(createClock('real').now()))
  await writers.more(20)
  await writers.stop()
  const until = performance.now() + WAIT_MS
  while (
    (await ask(postgres, 'select count(*)::int as n from catalog.outbox where sent_at is null'))[0]?.['n'] !==
    0
  ) {
    require(performance.now() < until, 'What was written after the restore is not told.')
    await pause(200)
  }
  say(`the city goes on upon it, with a bus that was ahead: ${writers.acknowledged().length} more, all told`)
}

async function toTheEnd(
  ledger: Ledger,
  { dir, lost, programs, say }: Life & { readonly lost: ArchivedPostgres },
): Promise<void> {
  const whole = path.join(dir, 'whole')
  await programs('pg_combinebackup', path.join(dir, 'base'), path.join(dir, 'increment'), '-o', whole)
  const postgres = await startArchived(path.join(dir, 'end'), { from: { folder: whole, lost } })
  try {
    const found = await noticesIn(postgres)
    require(ledger.all.every(id => found.has(id)), 'What was acknowledged is not all there.')
    say(`to the end, from the incremental backup: all ${ledger.all.length} that were acknowledged`)
  } finally {
    await postgres.stop()
  }
}

/** Notices of the city, each of which must have its fact: they were written in one transaction. */
async function noticesIn(postgres: ArchivedPostgres): Promise<ReadonlySet<string>> {
  const rows = await ask(
    postgres,
    `select n.notice_id::text as id, o.id is not null as told from catalog.notices n
     left join catalog.outbox o on o.aggregate_id = n.notice_id::text and o.subject like 'catalog.event.notice-published.%'`,
  )
  require(rows.every(row => row['told'] === true), 'A notice is there without its fact.')
  return new Set(rows.map(row => String(row['id'])))
}

async function backUp(
  { url }: ArchivedPostgres,
  programs: Programs,
  { to, since }: { readonly to: string; readonly since?: string },
): Promise<void> {
  const increment = since === undefined ? [] : [`--incremental=${path.join(since, 'backup_manifest')}`]
  await programs(
    'pg_basebackup',
    `--dbname=${url}`,
    `--pgdata=${to}`,
    '--checkpoint=fast',
    '--wal-method=none',
    ...increment,
  )
  await programs('pg_verifybackup', '--no-parse-wal', '--quiet', to)
}

async function momentOf(postgres: ArchivedPostgres): Promise<string> {
  return String((await ask(postgres, 'select clock_timestamp()::text as now'))[0]?.['now'])
}

/** An idle server switches no WAL, so something is written first. */
async function archived(postgres: ArchivedPostgres): Promise<void> {
  const [row] = await ask(
    postgres,
    `select pg_create_restore_point('the end') is not null as written, pg_walfile_name(pg_switch_wal()) as file`,
  )
  const until = performance.now() + WAIT_MS
  for (;;) {
    const [last] = await ask(postgres, `select coalesce(last_archived_wal, '') as file from pg_stat_archiver`)
    if (String(last?.['file']) >= String(row?.['file'])) return
    require(performance.now() < until, 'The WAL is not archived.')
    await pause(200)
  }
}

function townOn({ url }: ArchivedPostgres, dir: string): Promise<Town> {
  return startTown({
    dir: path.join(dir, 'town'),
    ports: 'free',
    external: { DATABASE_URL: url },
    only: PARTS,
    demo: true,
  })
}

async function operatorOf({ operator }: Town) {
  return await connectAsking({
    nats: operator,
    party: 'operator',
    clock: createClock('real'),
    log: createLog('restore', 'silent'),
  })
}

async function ask({ url }: ArchivedPostgres, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

async function stopQuietly(writers: Writers): Promise<void> {
  await writers.stop().catch(() => undefined)
}

function require(isTrue: boolean, otherwise: string): void {
  if (!isTrue) throw new Error(otherwise)
}
