import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { runProgram } from '@asaichi/servers/processes/program.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { expect, onTestFinished, test } from 'vitest'
import { isAlive, survivors, writeRecord } from '../src/processes/process-records.ts'
import { createSupervisor } from '../src/processes/supervisor.ts'
import { patient } from './fixtures/patient-part.ts'

test('a part starts when what it depends on is ready, and stops before it', async () => {
  const { dir, supervisor } = await ownSupervisor()
  await supervisor.launch([
    patient({ dir, name: 'below', port: await freePort() }),
    { ...patient({ dir, name: 'above', port: await freePort() }), dependsOn: ['below'] },
  ])
  await supervisor.stopAll()
  expect(await lifeIn(dir)).toEqual(['below start', 'above start', 'above end', 'below end'])
})

test('a part that yields lets the others go first where the CPU is short', async () => {
  const { dir, supervisor } = await ownSupervisor()
  await supervisor.launch([
    { ...patient({ dir, name: 'yielding', port: await freePort() }), yields: true },
    patient({ dir, name: 'urgent', port: await freePort() }),
  ])
  const [yielding, urgent] = [supervisor.pidOf('yielding'), supervisor.pidOf('urgent')]
  expect(os.getPriority(yielding)).toBeGreaterThan(os.getPriority(urgent))
})

test('a part that dies is started again, and one line says so', async () => {
  const { dir, supervisor, lines } = await ownSupervisor()
  await supervisor.launch([patient({ dir, name: 'mortal', port: await freePort() })])
  const before = supervisor.pidOf('mortal')
  supervisor.kill('mortal', 'SIGKILL')
  await eventually(() => {
    expect(supervisor.pidOf('mortal')).toBeTypeOf('number')
    expect(supervisor.pidOf('mortal')).not.toBe(before)
  })
  expect(
    lines.filter(line => line.startsWith('mortal: died (SIGKILL); starting it again in 20 ms')),
  ).toHaveLength(1)
})

test('P2: a part that stands still is killed and started again, and a line says so and counts', async () => {
  const { dir, supervisor, lines } = await ownSupervisor({ beatWithin_ms: 500 })
  await supervisor.launch([patient({ dir, name: 'frozen', port: await freePort() })])
  supervisor.kill('frozen', 'SIGSTOP')
  await eventually(() => expect(lines.at(-1)).toContain('restart 1'))
  expect(lines.at(-1)).toContain('frozen: gave no sign of life for 0.5 s and was killed (SIGKILL)')
  await eventually(async () => expect(await lifeIn(dir)).toEqual(['frozen start', 'frozen start']))
})

test('each death in a row doubles the wait up to its limit', async () => {
  const { dir, supervisor, lines } = await ownSupervisor()
  await supervisor.launch([patient({ dir, name: 'mortal', port: await freePort() })])
  for (let deaths = 1; deaths <= 4; deaths++) {
    await eventually(() => expect(supervisor.pidOf('mortal')).toBeTypeOf('number'))
    supervisor.kill('mortal', 'SIGKILL')
    await eventually(() => expect(waitsIn(lines)).toHaveLength(deaths))
  }
  expect(waitsIn(lines)).toEqual([20, 40, 80, 100])
})

test('a part that lived well begins again with the shortest wait', async () => {
  const { dir, supervisor, lines } = await ownSupervisor({ healthyAfter_ms: 0 })
  await supervisor.launch([patient({ dir, name: 'mortal', port: await freePort() })])
  for (let deaths = 1; deaths <= 3; deaths++) {
    await eventually(() => expect(supervisor.pidOf('mortal')).toBeTypeOf('number'))
    supervisor.kill('mortal', 'SIGKILL')
    await eventually(() => expect(waitsIn(lines)).toHaveLength(deaths))
  }
  expect(waitsIn(lines)).toEqual([20, 20, 20])
})

test('a part that never comes up fails the start with its last words and its log', async () => {
  const { dir, supervisor } = await ownSupervisor()
  const doomed = patient({
    dir,
    name: 'doomed',
    port: await freePort(),
    env: { DIE_AT_START: 'No such table' },
  })
  await expect(supervisor.launch([doomed])).rejects.toThrow(
    /^doomed: ended at start \(exit 3\): No such table \(log: .*doomed\.log\)$/,
  )
  expect(await lifeIn(dir)).toEqual(Array(3).fill('doomed start'))
})

test('a part that is not ready in time is stopped and the start fails', async () => {
  const { dir, supervisor } = await ownSupervisor({ readyWithin_ms: 300 })
  const mute = {
    ...patient({ dir, name: 'mute', port: await freePort() }),
    ready: { kind: 'line', pattern: /never said/ },
  } as const
  await expect(supervisor.launch([mute])).rejects.toThrow(/^mute: is not ready after 0.3 s/)
  expect(supervisor.pidOf('mute')).toBeUndefined()
})

test('a taken port is one line with the part, the port and the variable that changes it', async () => {
  const { dir, supervisor } = await ownSupervisor()
  const port = await freePort()
  await using other = net.createServer().listen(port, '127.0.0.1')
  await once(other, 'listening')
  await expect(supervisor.launch([patient({ dir, name: 'late', port })])).rejects.toMatchObject({
    message: `Port ${port} for late is taken by another program. Set PORT_LATE to a free port, or end that program.`,
  })
  expect(existsSync(path.join(dir, 'life'))).toBe(false)
})

test('a part can be stopped and started again by name, and stays stopped in between', async () => {
  const { dir, supervisor } = await ownSupervisor()
  await supervisor.launch([patient({ dir, name: 'one', port: await freePort() })])
  await supervisor.stop('one')
  expect(supervisor.pidOf('one')).toBeUndefined()
  await supervisor.start('one')
  expect(supervisor.pidOf('one')).toBeTypeOf('number')
  expect(await lifeIn(dir)).toEqual(['one start', 'one end', 'one start'])
})

test('a part that does not listen is killed, which a line says, and all is over in the time given', async () => {
  const { dir, supervisor, lines } = await ownSupervisor({ stopWithin_ms: 1_000 })
  await supervisor.launch([
    patient({ dir, name: 'deaf', port: await freePort(), env: { IGNORE_STOP: '1' } }),
    {
      ...patient({ dir, name: 'deaf-too', port: await freePort(), env: { IGNORE_STOP: '1' } }),
      dependsOn: ['deaf'],
    },
  ])
  const records = await survivors(path.join(dir, 'run'))
  await supervisor.stopAll()
  expect(records).toHaveLength(2)
  expect(records.filter(isAlive)).toEqual([])
  expect(lines).toContainEqual(expect.stringMatching(/^deaf did not end in 0.5 s and was killed \(log: /))
})

test('a log that has grown large is put aside at the next start', async () => {
  const { dir, supervisor } = await ownSupervisor()
  await supervisor.launch([patient({ dir, name: 'wordy', port: await freePort() })])
  await supervisor.stop('wordy')
  const log = path.join(dir, 'logs', 'wordy.log')
  await writeFile(log, 'x'.repeat(5_000_001))
  await supervisor.start('wordy')
  expect((await readFile(`${log}.1`, 'utf8')).length).toBe(5_000_001)
  expect(await readFile(log, 'utf8')).toBe('')
})

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'no process outlives a supervisor that ends by %s',
  async signal => {
    const dir = await ownFolder()
    const supervisor = await supervisorProcess(dir)
    const records = await survivors(path.join(dir, 'run'))
    expect(records).toHaveLength(2)
    supervisor.kill(signal)
    await eventually(() => expect(records.filter(isAlive)).toEqual([]))
    expect((await lifeIn(dir)).filter(line => line.endsWith('end'))).toHaveLength(2)
  },
)

test('a process that ignores the end of a killed supervisor is ended by the guard', async () => {
  const dir = await ownFolder()
  const supervisor = await supervisorProcess(dir, { IGNORE_STOP: '1' })
  const records = await survivors(path.join(dir, 'run'))
  supervisor.kill('SIGKILL')
  await eventually(() => expect(records.filter(isAlive)).toEqual([]))
})

test('what a killed town and its killed guard left running is ended at the next start', async () => {
  const { dir, supervisor } = await ownSupervisor()
  const part = patient({ dir, name: 'left', port: await freePort() })
  const left = await runProgram(part, path.join(dir, 'left.log'))
  onTestFinished(async () => void (await left.stop(0)))
  await writeRecord(path.join(dir, 'run'), 'left', {
    pid: left.pid,
    stopSignal: 'SIGTERM',
    exitsWithParent: false,
  })
  await supervisor.launch([part])
  expect(left.hasEnded()).toBe(true)
  expect(supervisor.pidOf('left')).toBeTypeOf('number')
})

async function ownSupervisor(
  differences: {
    readyWithin_ms?: number
    beatWithin_ms?: number
    stopWithin_ms?: number
    healthyAfter_ms?: number
  } = {},
) {
  const dir = await ownFolder()
  const lines: string[] = []
  const { readyWithin_ms = 60_000, stopWithin_ms = 9_000, healthyAfter_ms = 30_000 } = differences
  const supervisor = await createSupervisor({
    dir,
    log: line => void lines.push(line),
    readyWithin_ms,
    beatWithin_ms: differences.beatWithin_ms ?? 10_000,
    stopWithin_ms,
    backoff: { first_ms: 20, most_ms: 100, healthyAfter_ms },
  })
  onTestFinished(supervisor.stopAll)
  return { dir, supervisor, lines }
}

async function supervisorProcess(dir: string, env: Record<string, string> = {}) {
  const script = path.join(import.meta.dirname, 'fixtures', 'own-town.ts')
  const ports = [String(await freePort()), String(await freePort())]
  const supervisor = spawn(process.execPath, [script, dir, ...ports], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void supervisor.kill('SIGKILL'))
  let said = ''
  supervisor.stdout.on('data', chunk => (said += String(chunk)))
  await eventually(() => expect(said).toContain('all ready'))
  return supervisor
}

async function lifeIn(dir: string): Promise<readonly string[]> {
  return (await readFile(path.join(dir, 'life'), 'utf8')).trim().split('\n')
}

function waitsIn(lines: readonly string[]): readonly number[] {
  return lines
    .flatMap(line => Number(/again in (\d+) ms/.exec(line)?.[1] ?? Number.NaN))
    .filter(Number.isFinite)
}
