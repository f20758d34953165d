import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { expect, onTestFinished, test } from 'vitest'

const SCRIPT = path.join(import.meta.dirname, 'fixtures', 'slow-to-stop.ts')
const NODE = process.execPath

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s asks to stop', async signal => {
  const { child, said } = await started([NODE, SCRIPT])
  child.kill(signal)
  await once(child, 'close')
  expect(said()).toBe('waiting\nasked\nstopped\n')
})

test('a signal that npm passes on a moment later does not hurry', async () => {
  const { child, said } = await started([NODE, SCRIPT], { STOP_TAKES_MS: '300' })
  child.kill('SIGINT')
  await eventually(() => expect(said()).toContain('asked'))
  child.kill('SIGINT')
  expect(await once(child, 'close')).toEqual([0, null])
  expect(said()).toContain('stopped')
})

test('one who goes on pressing Ctrl-C does not have to wait', async () => {
  const { child, said } = await started([NODE, SCRIPT], { STOP_TAKES_MS: '60000' })
  await eventually(() => {
    child.kill('SIGINT')
    expect(child.exitCode).toBe(130)
  })
  expect(said()).not.toContain('stopped')
})

test('under npm, the end of the shell between asks to stop', async () => {
  const { child, said } = await started(['sh', '-c', `"${NODE}" "${SCRIPT}"; true`], AS_NPM)
  child.kill('SIGKILL')
  await eventually(() => expect(said()).toBe('waiting\nasked\nstopped\n'))
})

test('under npm, the end of npm asks to stop although the shell lives on', async () => {
  const npm = `require('child_process').spawn('sh', ['-c', '"${NODE}" "${SCRIPT}"; true'], { stdio: 'inherit' })`
  const { child, said } = await started([NODE, '-e', npm], AS_NPM)
  child.kill('SIGKILL')
  await eventually(() => expect(said()).toBe('waiting\nasked\nstopped\n'))
})

const AS_NPM = { npm_lifecycle_event: 'start' }

async function started([command = '', ...args]: readonly string[], env: Record<string, string> = {}) {
  const { npm_lifecycle_event: _, ...own } = process.env
  const child: ChildProcess = spawn(command, args, {
    env: { ...own, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  child.stdout?.on('data', chunk => (text += String(chunk)))
  const said = () => text
  await eventually(() => expect(said()).toContain('waiting'))
  return { child, said }
}
