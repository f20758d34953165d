import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Actor } from '@asaichi/contract/actor.ts'
import { codesReady } from '@asaichi/contract/lock/door-codes.ts'
import {
  changeEmergencyCodes,
  listEmergencyCodes,
  showEmergencyCodes,
} from '@asaichi/contract/lock/emergency.ts'
import { giveSpareCode, keepSpareCodes } from '@asaichi/contract/lock/spare.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { valueOf } from '@asaichi/testkit/outcome.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approval, CITY, drawn, enter, type LockBed, onLocks, SITE, startLockBed } from './lock-bed.ts'

const main = new URL('../src/main.ts', import.meta.url).pathname

/** Words that each text must hold, so that an empty one proves nothing; facts and rows name the reservation. */
const KNOWN: Readonly<Record<string, string>> = { logs: 'stopped', disks: 'room-1-door' }

let town: LockBed
let child: ChildProcess
let printed = ''
beforeAll(async () => {
  town = await startLockBed()
  child = startProcess()
  // Ten digits: found by chance in a hash or a timestamp practically never.
  await town.city({ codeDigits: 10 })
  await town.venue()
})
afterAll(async () => {
  await end('SIGKILL')
  await town[Symbol.asyncDispose]()
})

function startProcess(): ChildProcess {
  const env = Object.entries({ ...town.bed.config('lock'), ...town.env, LOG_LEVEL: 'trace' })
  const started = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'],
      ...Object.fromEntries(env.map(([name, value]) => [name, String(value)])),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
  return started
}

async function end(signal: 'SIGKILL' | 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit', { signal: AbortSignal.timeout(9_000) })
  child.kill(signal)
  await ended
}

test('Q10: a service killed right after an approval has the codes on the locks when it is back, and none twice', async () => {
  const entrance = await town.lock('entrance')
  const room = await town.lock('room-1-door')
  const warm = approval({ startsAt: '2024-11-24T00:00:00.000Z', endsAt: '2024-11-24T01:00:00.000Z' })
  await town.approve(warm)
  await onLocks(town, warm, 30_000)
  const grants = [1, 2, 3, 4, 5, 6].map(hour =>
    approval({
      startsAt: `2024-11-25T0${hour}:00:00.000Z`,
      endsAt: `2024-11-25T0${hour}:30:00.000Z`,
    }),
  )
  for (const granted of grants.slice(0, 3)) await town.approve(granted)
  await end('SIGKILL')
  child = startProcess()
  for (const granted of grants.slice(3)) await town.approve(granted)
  // The bus hands out again what the killed process had taken and not acknowledged, when its wait is over.
  for (const granted of grants) await onLocks(town, granted, 45_000)
  await eventually(() => expect([entrance.state().codes, room.state().codes]).toEqual([7, 7]))
  for (const { reservationId } of grants) {
    const rows = await town.bed.sql('select 1 from lock.codes where reservation_id = $1', [reservationId])
    expect(rows).toHaveLength(2)
    await town.bed.facts.waitFor(codesReady, fact => fact.reservationId === reservationId)
  }
  expect(enter(room, (await drawn(town, warm))[0]?.code ?? '')).toBe('not-yet')
}, 60_000)

test('V5: a code is nowhere in the clear: not in the database, the facts, the logs, or on the gateway’s and the locks’ disks', async () => {
  const cancelled = approval({ startsAt: '2024-11-25T08:00:00.000Z', endsAt: '2024-11-25T09:00:00.000Z' })
  const kept = approval({ startsAt: '2024-11-25T09:00:00.000Z', endsAt: '2024-11-25T10:00:00.000Z' })
  for (const granted of [cancelled, kept]) await town.approve(granted)
  const codes = (await Promise.all([cancelled, kept].map(granted => onLocks(town, granted)))).flatMap(doors =>
    doors.map(door => door.code),
  )
  // V13: numbers for an emergency, of which one is ended again.
  const actor = { personId: randomUUID(), role: 'admin', cityId: CITY } as const
  const emergency = await [1, 2].reduce<Promise<readonly string[]>>(async (before, _) => {
    const earlier = await before
    const [found] = valueOf(await town.bed.call(listEmergencyCodes, { actor })).items
    const wanted = { actor, venueId: SITE, per: 'venue', lastChange: found?.lastChange ?? null } as const
    valueOf(await town.bed.call(changeEmergencyCodes, wanted))
    const { doors } = valueOf(await town.bed.call(showEmergencyCodes, { actor, venueId: SITE }))
    return [...earlier, ...doors.map(({ code }) => code)]
  }, Promise.resolve([]))
  const spare = await givenSpare(kept.reservationId, actor)
  await town.cancel(cancelled)
  await eventually(async () => expect((await town.codes(cancelled)).ok).toBe(false))
  await end('SIGTERM')

  const places = {
    database: await dumpDatabase(),
    facts: town.bed.facts.all.map(heard => heard.text).join('\n'),
    logs: printed,
    disks: await dumpFolder(town.folder),
  }
  expect(codes).toHaveLength(4)
  expect(new Set(emergency).size).toBe(2)
  for (const place of ['database', 'facts', 'logs', 'disks'] as const) {
    const text = places[place]
    // Proves that the search looks at the right text.
    expect(text, place).toContain(KNOWN[place] ?? kept.reservationId)
    for (const code of [...codes, ...emergency, spare]) expect(text.includes(code), place).toBe(false)
  }
})

/** V14: a number from the store of a door, for a booking that is near. */
async function givenSpare(reservationId: string, actor: Actor): Promise<string> {
  valueOf(await town.bed.call(keepSpareCodes, { actor, venueId: SITE, keeps: true }))
  await town.bed.at('2024-11-25T00:00:00.000Z')
  return eventually(async () => {
    const given = await town.bed.call(giveSpareCode, { actor, reservationId, lockId: 'room-1-door' })
    return valueOf(given).code
  }, 20_000)
}

async function dumpDatabase(): Promise<string> {
  const tables = await town.bed.sql<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'lock'`,
  )
  const dumps = await Promise.all(
    tables.map(({ name }) => town.bed.sql<{ row: string }>(`select t::text as row from lock."${name}" t`)),
  )
  return dumps
    .flat()
    .map(({ row }) => row)
    .join('\n')
}

async function dumpFolder(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const texts = files
    .filter(file => file.isFile())
    .map(async file => {
      const path = join(file.parentPath, file.name)
      return `${path}\n${await readFile(path, 'utf8')}`
    })
  return (await Promise.all(texts)).join('\n')
}
