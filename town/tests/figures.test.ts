import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ALL_SERVICES } from '@asaichi/contract/town/town.ts'
import { METRICS, type Metric } from '@asaichi/service/metric-list.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { startTown, type Town } from '../src/town.ts'

const PROCESSES = [...ALL_SERVICES, 'gateway-api', 'gateway-lock'] as const
type Process = (typeof PROCESSES)[number]

let town: Town
let dir: string
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'asaichi-town-test-'))
  town = await startTown({
    dir,
    ports: 'free',
    durable: false,
    only: ['postgres', 'nats', 'mail', ...PROCESSES],
  })
  // Some questions, so that what is counted by words has some.
  for (const where of ['/api/cities', '/api/cities/nowhere', '/no/such/path/3f2a'])
    await fetch(`${town.urls.app}${where}`)
})
afterAll(async () => {
  await town.stop()
  await rm(dir, { recursive: true, force: true })
})

describe.each(PROCESSES)('%s', name => {
  test('tells every figure the list says it tells, and none of ours that is not in the list', async () => {
    const text = await figuresOf(name)
    const own = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].filter(([, figure = '']) => !isNodes(figure))
    expect(own.map(([, figure = '', kind]) => [figure, METRIC(figure)?.kind === kind])).toEqual(
      own.map(([, figure]) => [figure, true]),
    )
    const due = Object.entries<Metric>(METRICS).filter(([, { of }]) => isTold(of, name))
    expect(due.map(([figure]) => figure).filter(figure => !text.includes(`# TYPE ${figure} `))).toEqual([])
    const read = due.filter(([, { kind }]) => kind === 'gauge').map(([figure]) => figure)
    expect(
      read.filter(figure => !new RegExp(`^${figure}[ {]`, 'm').test(text) && figure !== 'bus_facts_unheard'),
    ).toEqual([])
  })

  test('P4: no label has an id, an address or what somebody typed', async () => {
    const words = [...(await figuresOf(name)).matchAll(/[a-z_]+="([^"]*)"/g)].map(([, word = '']) => word)
    expect(words.length).toBeGreaterThan(0)
    expect(words.filter(word => /@|[0-9a-f]{8}-[0-9a-f]{4}|nowhere|3f2a/.test(word))).toEqual([])
  })

  test('D28: it is live, started and ready on a port that is not the one people use', async () => {
    const port = await healthPortOf(name)
    for (const question of ['livez', 'startupz', 'readyz'])
      expect([question, (await fetch(`http://127.0.0.1:${port}/${question}`)).status]).toEqual([
        question,
        200,
      ])
  })
})

test('the front door counts by the template of a route, whatever was asked', async () => {
  const text = await figuresOf('gateway-api')
  expect(text).toMatch(/^gateway_answers_total\{route="\/api\/cities\/\{cityId\}",status="404"\} 1$/m)
  expect(text).toMatch(/^gateway_answer_seconds_count\{route="\/api\/cities"\} 1$/m)
})

function METRIC(name: string): Metric | undefined {
  return Object.entries<Metric>(METRICS).find(([known]) => known === name)?.[1]
}

/** Memory, event loop and garbage, as prom-client calls them. */
function isNodes(figure: string): boolean {
  return /^(process|nodejs)_/.test(figure)
}

function isTold(of: Metric['of'], name: Process): boolean {
  const isService = ALL_SERVICES.some(service => service === name)
  return (
    of === name ||
    of === 'every process' ||
    (of === 'every service' && isService) ||
    (of === 'who keeps an audit log' && (name === 'identity' || name === 'lottery')) ||
    (of === 'who asks' && (isService || name === 'gateway-api'))
  )
}

async function figuresOf(name: Process): Promise<string> {
  return await (await fetch(`http://127.0.0.1:${await healthPortOf(name)}/metrics`)).text()
}

async function healthPortOf(name: Process): Promise<number> {
  const log = await readFile(path.join(dir, 'logs', `${name}.log`), 'utf8')
  const started = log.split('\n').find(line => line.includes('"healthPort"'))
  return z.object({ healthPort: z.number() }).parse(JSON.parse(started ?? '{}')).healthPort
}
