import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { connectAsking } from '@asaichi/bus/bus.ts'
import { TOWN_PARTIES } from '@asaichi/bus/parties.ts'
import { progressOf } from '@asaichi/contract/town/town.ts'
import { createClock } from '@asaichi/service/clock.ts'
import { createLog } from '@asaichi/service/log.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import nodemailer from 'nodemailer'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { survivors } from '../src/processes/process-records.ts'
import { startTown, type Town, type TownOptions } from '../src/town.ts'
import { findTown } from '../src/town-record.ts'

test('a town is found while it runs, refuses a second one, and leaves no process behind', async () => {
  const dir = await ownFolder()
  const town = await started({ dir, only: ['postgres', 'nats', 'mail'] })
  expect((await findTown(dir))?.urls).toEqual(town.urls)
  await expect(started({ dir })).rejects.toThrow(`A town already runs on ${dir}`)
  expect(await survivors(path.join(dir, 'run'))).toHaveLength(3)
  await town.stop()
  expect(await survivors(path.join(dir, 'run'))).toEqual([])
  expect(await findTown(dir)).toBeUndefined()
})

test('what was written stays for the next start, and --fresh begins without it', async () => {
  const dir = await ownFolder()
  const only = ['mail']
  const first = await started({ dir, only })
  await nodemailer
    .createTransport(first.urls.smtp)
    .sendMail({ from: 'a@example.jp', to: 'b@example.jp', text: 'kept' })
  const secret = await readFile(path.join(dir, 'keys/identity/secret-key'), 'utf8')
  await first.stop()
  const second = await started({ dir, only })
  expect(await mailsOf(second)).toHaveLength(1)
  expect(await readFile(path.join(dir, 'keys/identity/secret-key'), 'utf8')).toBe(secret)
  await second.stop()
  await mkdir(path.join(dir, 'tools/zwave'), { recursive: true })
  const third = await started({ dir, only, fresh: true })
  expect(await mailsOf(third)).toEqual([])
  expect(await readdir(path.join(dir, 'tools'))).toEqual(['zwave'])
  expect(await readFile(path.join(dir, 'keys/identity/secret-key'), 'utf8')).not.toBe(secret)
})

test('P3, P4: keys of each process and the bus’s own file are for their owner only', async () => {
  const dir = await ownFolder()
  await started({ dir, only: ['nats'] })
  const keys = path.join(dir, 'keys')
  const names = (await readdir(keys, { recursive: true })).toSorted()
  expect(names.filter(name => !name.includes('/'))).toEqual(TOWN_PARTIES.toSorted())
  const modes = await Promise.all(names.map(async name => [name, await modeOf(path.join(keys, name))]))
  expect(modes).toEqual(names.map(name => [name, name.includes('/') ? 0o600 : 0o700]))
  expect(await modeOf(path.join(dir, 'nats/nats.conf'))).toBe(0o600)
})

test('DATABASE_URL replaces the embedded PostgreSQL, for the service and for who depends on it', async () => {
  const dir = await ownFolder()
  const town = await started({
    dir,
    external: { DATABASE_URL: await ownDatabase() },
    only: ['nats', 'lottery'],
  })
  expect(town.supervisor.pidOf('lottery')).toBeTypeOf('number')
  expect(() => town.supervisor.pidOf('postgres')).toThrow('No part is named postgres')
})

test('a service answers again after PostgreSQL and NATS were killed under it', async () => {
  const town = await started({ dir: await ownFolder(), only: ['postgres', 'nats', 'lottery'] })
  const { supervisor } = town
  expect(await lotteryAnswers(town)).toBe(true)
  supervisor.kill('postgres', 'SIGKILL')
  supervisor.kill('nats', 'SIGKILL')
  await eventually(async () => expect(await lotteryAnswers(town)).toBe(true))
})

test('a start that is given up stops what it had started', async () => {
  const dir = await ownFolder()
  const giveUp = new AbortController()
  const log = (line: string) => {
    if (line.includes('nats is ready')) giveUp.abort()
  }
  await expect(
    started({ dir, only: ['postgres', 'nats', 'lottery'], log, signal: giveUp.signal }),
  ).rejects.toThrow()
  expect(await survivors(path.join(dir, 'run'))).toEqual([])
  expect(await readdir(path.join(dir, 'postgres')).catch(() => [])).not.toContain('data.new')
})

async function started(options: Omit<TownOptions, 'ports' | 'durable'>): Promise<Town> {
  const town = await startTown({ ports: 'free', durable: false, ...options })
  onTestFinished(town.stop)
  return town
}

async function modeOf(file: string): Promise<number> {
  return (await stat(file)).mode & 0o777
}

async function mailsOf({ urls }: Town): Promise<readonly unknown[]> {
  const answer = await fetch(`${urls.mail}/api/mails`)
  return z.object({ mails: z.array(z.unknown()) }).parse(await answer.json()).mails
}

async function lotteryAnswers({ operator }: Town): Promise<boolean> {
  const log = createLog('test', 'silent')
  await using bus = await connectAsking({
    nats: operator,
    party: 'operator',
    clock: createClock('real'),
    log,
  })
  return (await bus.call(progressOf('lottery'), {})).ok
}

async function ownDatabase(): Promise<string> {
  const url = new URL(inject('postgresUrl'))
  const name = `town_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  url.pathname = `/${name}`
  return url.href
}
