import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'

const repository = path.resolve(import.meta.dirname, '../..')
const Report = z.object({
  diagnostics: z.array(z.object({ code: z.string(), message: z.string(), filename: z.string() })),
})

const SERVICE_BY_CONTRACT = 'services know each other by contract alone'
const NO_API_CODE = 'types and none of its code'

/** A folder, what is planted in a file of it, and what oxlint says. */
const FORBIDDEN: readonly (readonly [folder: string, text: string, says: string])[] = [
  ['services/lottery/src/verbs', `import { x } from '@asaichi/catalog/start.ts'`, SERVICE_BY_CONTRACT],
  ['services/lottery/src/verbs', `import type { X } from '@asaichi/catalog/start.ts'`, SERVICE_BY_CONTRACT],
  ['services/lottery/src', `export type X = import('@asaichi/lock/start.ts').X`, SERVICE_BY_CONTRACT],
  ['services/lottery/src', `export const x = () => import('@asaichi/lock/start.ts')`, SERVICE_BY_CONTRACT],
  ['services/lottery/tests', `import { x } from '@asaichi/catalog/start.ts'`, SERVICE_BY_CONTRACT],
  ['services/lottery/src/verbs', `export { x } from '../../../catalog/src/start.ts'`, 'leaves its workspace'],
  ['services/lottery/src', `import { x } from '@asaichi/town/town.ts'`, 'nothing of who asks it'],
  ['services/lottery/src', `import { x } from '@nats-io/transport-node'`, 'only importer of the NATS client'],
  ['services/lottery/src', `import { x } from 'hono'`, 'HTTP is the gateways’'],
  ['services/lottery/src', `export const x = new Date()`, 'One clock decides'],
  ['services/lottery/src/verbs', `import { x } from '../bus.ts'`, 'below the edge'],
  ['services/lottery/src/store', `import { x } from '../verbs/a.ts'`, 'below the verbs'],
  ['services/lottery/src/domain', `import { x } from 'node:fs'`, 'domain is pure'],
  ['services/lottery/src/domain', `export const x = async y => await y`, 'Domain code is pure'],
  ['services/lottery/src/verbs', 'export const x = sql`select 1`', 'SQL lives in store/'],
  ['services/lottery/src/verbs', 'export const x = sql<Row>`select 1`', 'SQL lives in store/'],
  ['services/lottery/src', `export const x = db => db.selectFrom('rounds')`, 'SQL lives in store/'],
  ['services/lottery/src/domain', `export const x = db => db.insertInto('rounds')`, 'SQL lives in store/'],
  [
    'services/reservation/src/store',
    'export const x = sql`insert into occupancies (id)`',
    'deadlocks in chains',
  ],
  ['gateway/web/src/screens', `import { x } from '@asaichi/gateway-api/http/route.ts'`, NO_API_CODE],
  ['gateway/web/src/screens', `import { type X } from '@asaichi/gateway-api/http/route.ts'`, NO_API_CODE],
  ['gateway/web/src/screens', `import { x } from '@asaichi/service/clock.ts'`, 'nothing of the servers'],
  ['gateway/api/src', `import { x } from '@asaichi/store/database.ts'`, 'no rules and no SQL'],
  ['gateway/api/src', `import { x } from '@asaichi/identity/start.ts'`, 'no rules and no SQL'],
  ['gateway/lock/src', `import { x } from '@asaichi/lock/store/codes.ts'`, 'by MQTT alone'],
  ['gateway/lock/src', `import { x } from '@asaichi/bus/bus.ts'`, 'by MQTT alone'],
  ['libs/testkit/src', `import { x } from '@asaichi/town/town.ts'`, 'nothing of who uses them'],
  ['libs/servers/src', `import { x } from '@asaichi/lock/start.ts'`, 'nothing of who uses them'],
  ['libs/contract/src', `import { x } from 'node:crypto'`, 'the contract is zod only'],
  ['libs/calendar/src', `import { x } from '@asaichi/service/clock.ts'`, 'the calendar is pure'],
]

const ALLOWED: readonly (readonly [folder: string, text: string])[] = [
  ['services/catalog/src/verbs', `export { x } from '../store/b.ts'`],
  ['services/catalog/src/store', 'export const x = sql`select 1`'],
  ['services/catalog/src/verbs', `export { x } from '@asaichi/lock-protocol/digest.ts'`],
  ['services/catalog/tests', `export const x = bed => bed.sql('select 1')`],
  [
    'services/reservation/src/store',
    'export const x = sql`insert into occupancies (id) on conflict do nothing`',
  ],
  ['gateway/web/src/screens', `export type { X } from '@asaichi/gateway-api/http/route.ts'`],
  ['libs/service/src', 'export const x = new Date()'],
]

const clone = await cloneWith([...FORBIDDEN, ...ALLOWED])
const said = await oxlint()
afterAll(() => rm(clone, { recursive: true, force: true }))

test.each(FORBIDDEN)('planted in %s: %s', (folder, text, says) => {
  expect(said.get(plantOf(folder, text))).toEqual([expect.stringContaining(says)])
})

test.each(ALLOWED)('let through in %s: %s', (folder, text) => {
  expect(said.get(plantOf(folder, text))).toBeUndefined()
})

/** The lint of this repository, and nothing but planted files for it. */
async function cloneWith(plants: readonly (readonly [folder: string, text: string, says?: string])[]) {
  const folder = await mkdtemp(path.join(tmpdir(), 'asaichi-lint-'))
  for (const part of ['.oxlintrc.json', 'lint/architecture.mjs', 'lint/rules'])
    await cp(path.join(repository, part), path.join(folder, part), { recursive: true })
  for (const [where, text] of plants) {
    const file = path.join(folder, plantOf(where, text))
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, `${text}\n`)
  }
  return folder
}

/** A file's name says its text, so that the same folder takes many. */
function plantOf(folder: string, text: string): string {
  return `${folder}/${text.replaceAll(/\W+/g, '-')}.ts`
}

/** What the architecture's rules say of each file. oxlint ends with 1 where it finds something, so its exit tells nothing here. */
async function oxlint(): Promise<ReadonlyMap<string, readonly string[]>> {
  const program = path.join(repository, 'node_modules/oxlint/bin/oxlint')
  const { stdout } = await promisify(execFile)(process.execPath, [program, '--format', 'json'], {
    cwd: clone,
    maxBuffer: 10_000_000,
  }).catch((failed: { readonly stdout: string }) => failed)
  const ours = Report.parse(JSON.parse(stdout)).diagnostics.filter(({ code }) =>
    code.startsWith('architecture('),
  )
  const byFile = Map.groupBy(ours, ({ filename }) => filename)
  return new Map([...byFile].map(([file, all]) => [file, all.map(({ message }) => message)]))
}
