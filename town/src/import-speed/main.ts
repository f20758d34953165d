import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connectAsking } from '@asaichi/bus/bus.ts'
import { importAll } from '@asaichi/city/people/import-file.ts'
import { readPeople } from '@asaichi/city/people/read-people.ts'
import { applyCity } from '@asaichi/contract/catalog/city-file.ts'
import { createClock } from '@asaichi/service/clock.ts'
import { createLog } from '@asaichi/service/log.ts'
import { mitaka } from '../demo/mitaka.ts'
import { membersCsv } from '../journey/members-csv.ts'
import { startTown } from '../town.ts'

// `npm run import-speed -- 10000`: what a list of so many members takes, from its text to the last of them kept (S8).
const count = Number(process.argv[2] ?? 10_000)
const dir = await mkdtemp(path.join(tmpdir(), 'asaichi-import-'))
await using opened = new AsyncDisposableStack()
opened.defer(() => rm(dir, { recursive: true, force: true }))
const town = opened.use(
  await startTown({ dir, ports: 'free', only: ['postgres', 'nats', 'catalog', 'identity'] }),
)
const { call } = opened.use(
  await connectAsking({
    nats: town.operator,
    party: 'operator',
    clock: createClock('movable'),
    log: createLog('import-speed', 'silent'),
  }),
)
await call(applyCity, { city: mitaka, venues: [], dryRun: false })

const begun = performance.now()
const read = readPeople(membersCsv(count))
if (!read.ok) throw new Error(JSON.stringify(read.faults))
const { imported } = await importAll(call, read.people, { cityId: mitaka.cityId, dryRun: false })
const seconds = (performance.now() - begun) / 1_000
process.stdout.write(`${imported} members brought in, ${seconds.toFixed(1)} s\n`)
process.exitCode = imported === count ? 0 : 1
