import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { afterAll, expect, test } from 'vitest'

const PROCESS = new URL('./fixtures/process.ts', import.meta.url).pathname
const READY_PORT = /"healthPort":(\d+)/

const children: ChildProcess[] = []
afterAll(() => children.forEach(child => child.kill('SIGKILL')))

test.concurrent.each(['SIGTERM', 'SIGINT'] as const)('%s stops a process in order', async signal => {
  const own = start({})
  await own.said('started')
  own.child.kill(signal)
  expect(await own.ended).toBe(0)
  expect(own.output()).toMatch(new RegExp(`"why":"${signal}".*"stopping"[^]*"stopped"`))
})

test.concurrent('it stops when its parent is gone, which ends its stdin', async () => {
  const own = start({ EXIT_WITH_PARENT: '1' })
  await own.said('started')
  own.child.stdin?.end()
  expect(await own.ended).toBe(0)
  expect(own.output()).toContain('parent ended')
})

test.concurrent('without EXIT_WITH_PARENT the end of stdin means nothing', async () => {
  const own = start({})
  await own.said('started')
  own.child.stdin?.end()
  const port = READY_PORT.exec(own.output())?.[1]
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
  own.child.kill('SIGTERM')
  expect(await own.ended).toBe(0)
})

test.concurrent('it can be stopped while it still starts', async () => {
  const own = start({ START: 'never', EXIT_WITH_PARENT: '1' })
  await own.said('starting')
  own.child.kill('SIGTERM')
  expect(await own.ended).toBe(0)
  expect(own.output()).toContain('stopped before it had started')
})

test.concurrent('a stop that hangs ends after its bound', async () => {
  const own = start({ STOP: 'never' })
  await own.said('started')
  own.child.kill('SIGTERM')
  expect(await own.ended).toBe(75)
  expect(own.output()).toContain('could not stop in time')
})

test.concurrent('a start that fails ends the process, for its supervisor to try again', async () => {
  const own = start({ START: 'fails' })
  expect(await own.ended).toBe(70)
  expect(own.output()).toContain('could not start')
})

test.concurrent('TOWN_CLOCK=movable is refused in production', async () => {
  const own = start({ TOWN_CLOCK: 'movable', NODE_ENV: 'production' })
  expect(await own.ended).toBe(78)
  expect(own.output()).toContain('TOWN_CLOCK=movable is refused in production')
})

test.concurrent('an environment that cannot be used is one line, names every variable and quotes no value', async () => {
  const own = start({ HEALTH_PORT: 'eighty', TOWN_CLOCK: 'sundial', LOG_LEVEL: 'info' })
  expect(await own.ended).toBe(78)
  expect(own.output()).toMatch(/^Environment not usable: HEALTH_PORT: .+; TOWN_CLOCK: .+\n$/)
  expect(own.output()).not.toMatch(/eighty|sundial/)
})

function start(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [PROCESS], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  children.push(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (text += String(chunk)))
  return {
    child,
    output: () => text,
    said: (words: string) => eventually(() => expect(text).toContain(words)),
    ended: exitCode(child),
  }
}

async function exitCode(child: ChildProcess): Promise<unknown> {
  const [code] = await once(child, 'close')
  return code
}
