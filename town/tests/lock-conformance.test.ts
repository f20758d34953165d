import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { Key } from '@asaichi/contract/lock/keypad.ts'
import { startDriverLock } from '@asaichi/lock-driver/driver-lock.ts'
import { simDriver } from '@asaichi/lock-driver/simulated/sim-driver.ts'
import { createSimLock, type SimOptions } from '@asaichi/lock-driver/simulated/sim-lock.ts'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import { createLog } from '@asaichi/service/log.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { expect, test } from 'vitest'
import { playChecks } from '../src/lock-conformance/play.ts'
import { CREDENTIALS, type Keypad, openStand } from '../src/lock-conformance/stand.ts'
import { startVirtualLock, type VirtualLock } from '../src/virtual-lock/virtual-lock.ts'

const run = promisify(execFile)
const python = path.join(repositoryRoot, '.town/tools/paho/bin/python')
const { site, lock, password, keyHex } = CREDENTIALS

type Device = { readonly keypad: Keypad | undefined } & AsyncDisposable

/** Sentences of the checks that a device did not pass. */
async function failuresOf(
  device: (port: number, folder: string) => Promise<Device>,
): Promise<readonly string[]> {
  const port = await freePort()
  const folder = await ownFolder()
  await using started = await device(port, folder)
  await using stand = await openStand({ host: '127.0.0.1', port }, started.keypad)
  const verdicts = await playChecks(stand, () => {})
  expect(verdicts.length).toBeGreaterThan(0)
  return verdicts.flatMap(({ says, failure }) => (failure === undefined ? [] : [`${says}: ${failure}`]))
}

function credentialsAt(port: number, folder: string) {
  const mqttUrl = `mqtt://127.0.0.1:${port}`
  return { lockId: lock, site, mqttUrl, key: Buffer.from(keyHex, 'hex'), password, dataDir: folder }
}

async function virtual(port: number, folder: string): Promise<Device & { readonly device: VirtualLock }> {
  let skippedMs = 0
  const device = await startVirtualLock({
    ...credentialsAt(port, folder),
    log: createLog('device', 'silent'),
    holds: { slots: 40, pin: { min: 4, max: 10, rules: [] } },
    uptimeMs: () => performance.now() + skippedMs,
  })
  return {
    device,
    async keypad(digits) {
      for (const key of ['square', 'square', ...digits.split(''), 'E']) device.press(Key.parse(key))
      // Nobody waits out the time for which an entry is held; the next press finds it judged.
      skippedMs += device.state().heldSeconds * 1_000
      device.press('0')
      const result = device.state().lastResult
      return result?.status === 'denied' ? result.reason : (result?.status ?? 'nothing')
    },
    [Symbol.asyncDispose]: () => device[Symbol.asyncDispose](),
  }
}

/** A lock of a maker that keeps windows, behind a driver. */
async function driven(port: number, folder: string): Promise<Device> {
  const options: SimOptions = {
    capabilities: {
      slots: { first: 1, count: 40 },
      pin: { min: 4, max: 10, rules: [] },
      timing: 'lock',
      windowsPerCode: 1,
      readback: 'value',
      statusAnswers: true,
      wakeMinutes: 0,
      budget: { gapMs: 0, writesPerDay: 1_000 },
    },
    givesReasons: true,
    showsState: true,
  }
  const device = await startDriverLock({
    ...credentialsAt(port, folder),
    driver: simDriver(options, createSimLock(options)).driver,
    crystalMs: Date.now,
    log: createLog('device', 'silent'),
  })
  return { keypad: undefined, [Symbol.asyncDispose]: () => device[Symbol.asyncDispose]() }
}

/** The second implementation, which was written from the document alone. */
async function inPython(port: number, folder: string): Promise<Device> {
  const state = path.join(folder, 'set.json')
  const script = path.join(repositoryRoot, 'docs/locks/lock.py')
  const child = spawn(
    python,
    ['-B', script, '127.0.0.1', String(port), site, lock, password, keyHex, state],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const said = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    async keypad(digits) {
      child.stdin.write(`${digits}\n`)
      return (await said.next()).value ?? 'nothing'
    },
    [Symbol.asyncDispose]: () => ended(child),
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}

test('V5, A82: the virtual lock keeps to the protocol that makers are given', async () => {
  expect(await failuresOf(virtual)).toEqual([])
})

test('V5, A82: so does a maker’s lock behind a driver', async () => {
  expect(await failuresOf(driven)).toEqual([])
})

test.skipIf(!existsSync(python))(
  'V5, A82: a lock written from the document alone, in another language, keeps to it as well',
  async () => {
    expect(await failuresOf(inPython)).toEqual([])
  },
)

const PROBE = `
import sys, threading, lock
one = lock.Lock("stand", "device", bytes(32), sys.argv[1])
with one.guard:
    told = threading.Thread(target=one.published, args=(None, None, 1, None, None), daemon=True)
    told.start()
    told.join(5)
    print("waits" if told.is_alive() else "returns")
`

test.skipIf(!existsSync(python))(
  'V5, A82: what paho tells that lock while it holds what a publish needs waits for nobody who publishes',
  async () => {
    const cwd = path.join(repositoryRoot, 'docs/locks')
    const state = path.join(await ownFolder(), 'set.json')
    const { stdout } = await run(python, ['-B', '-c', PROBE, state], { cwd })
    expect(stdout.trim()).toBe('returns')
  },
)

test('a device that does not say what became of its codes fails by the sentence that asks for it', async () => {
  const failures = await failuresOf(async (port, folder) => {
    const started = await virtual(port, folder)
    await started.device.flip({ dropReports: true })
    return started
  })
  expect(failures).toEqual([
    'takes a set and says what became of each code: not within 15 s: a report of revision 1',
  ])
})
