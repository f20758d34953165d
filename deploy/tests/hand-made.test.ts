import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { writeKeys } from '@asaichi/city/write-keys.ts'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { toldTo } from '../src/checks/processes.ts'

const Compose = z.object({
  services: z.record(
    z.string(),
    z.looseObject({
      env_file: z.array(z.string()).default([]),
      environment: z.record(z.string(), z.string()).default({}),
      read_only: z.boolean().optional(),
      cap_drop: z.array(z.string()).default([]),
      ports: z.array(z.string()).default([]),
    }),
  ),
})

let dir: string
let secrets: ReadonlyMap<string, readonly string[]>
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'asaichi-hand-made-'))
  await writeKeys(dir, { database: 'postgres://postgres:5432/asaichi', say: () => undefined })
  const names = await readdir(path.join(dir, 'secrets'))
  const told = names.map(async name => {
    const env = parseEnv(await readFile(path.join(dir, 'secrets', name), 'utf8'))
    return [name, [...Object.keys(env), ...(name === 'notification.env' ? ['SMTP_URL'] : [])]] as const
  })
  secrets = new Map(await Promise.all(told))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const single = read('single/compose.yaml')
const site = read('site/compose.yaml')

test.each([...Object.entries(single), ...Object.entries(site)].filter(([name]) => toldTo(name)))(
  '%s by compose is told what it reads, and all it must be told',
  (name, { env_file: files, environment }) => {
    const set = [
      ...Object.keys(environment),
      ...files.flatMap(file => secrets.get(path.basename(file)) ?? []),
    ]
    expect(set.filter(variable => !toldTo(name)?.known.has(variable))).toEqual([])
    expect([...(toldTo(name)?.required ?? [])].filter(variable => !set.includes(variable))).toEqual([])
  },
)

test('on one machine nothing but the proxy is reached from outside, and nothing of ours can be written to', () => {
  expect(
    Object.entries(single)
      .filter(([, { ports }]) => ports.length > 0)
      .map(([name]) => name),
  ).toEqual(['proxy'])
  const open = Object.entries({ ...single, ...site }).filter(([, service]) => service.read_only !== true)
  expect(open.map(([name]) => name)).toEqual(['proxy'])
  expect(Object.values({ ...single, ...site }).every(({ cap_drop: drop }) => drop.includes('ALL'))).toBe(true)
})

test('the unit of a hall sets what its process reads', () => {
  const unit = readFileSync(path.join(repositoryRoot, 'deploy/site/asaichi-gateway-lock.service'), 'utf8')
  const set = [...unit.matchAll(/^Environment=(\w+)=/gm)].map(([, name = '']) => name)
  const told = toldTo('gateway-lock')
  expect(set.filter(name => !told?.known.has(name))).toEqual([])
  const all = [...set, ...(secrets.get('gateway-lock.env') ?? [])]
  expect([...(told?.required ?? [])].filter(name => !all.includes(name))).toEqual([])
})

function read(file: string) {
  const text = readFileSync(path.join(repositoryRoot, 'deploy', file), 'utf8')
  return Compose.parse(parse(text, { merge: true })).services
}
