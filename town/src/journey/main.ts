import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { morningOf, ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import { defaultTownFolder } from '@asaichi/servers/folders.ts'
import { lockFamily, obtainLocks } from '../simulated-locks/families.ts'
import { startTown } from '../town.ts'
import { findTown } from '../town-record.ts'
import { tell } from './tell.ts'

// `npm run journey` plays against the running town; `-- --own-town` boots one of its own and removes it: on an ordinary day,
// or on the day of `--date`. `-- --locks zwave` boots one whose doors have locks of that family.
const { values } = parseArgs({
  options: {
    'own-town': { type: 'boolean', default: false },
    date: { type: 'string', default: ORDINARY_DAY },
    locks: { type: 'string' },
  },
})
const told = values['own-town'] || values.locks !== undefined ? await inOwnTown() : await inRunningTown()
if (told) {
  console.log(
    told.failed === undefined
      ? `\n${told.steps} steps, all as the rules say.`
      : `\nStopped after ${told.steps} steps.`,
  )
}
process.exitCode = told && told.failed === undefined ? 0 : 1

async function inRunningTown() {
  const town = await findTown(defaultTownFolder)
  if (town) return tell(town.urls, console.log)
  console.error('No town is running here: start one with npm start, or use npm run journey -- --own-town.')
  return undefined
}

async function inOwnTown() {
  const locks = lockFamily(values.locks ?? 'virtual')
  await obtainLocks(locks)
  const dir = await mkdtemp(path.join(tmpdir(), 'asaichi-journey-'))
  try {
    await using town = await startTown({
      dir,
      ports: 'free',
      demo: true,
      locks,
      clock: { now: morningOf(values.date) },
      log: console.log,
    })
    return await tell(town.urls, console.log)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
