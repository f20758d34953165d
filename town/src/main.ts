import { parseArgs } from 'node:util'
import { defaultTownFolder } from '@asaichi/servers/folders.ts'
import { runCommand } from '@asaichi/service/command.ts'
import { askedToStop } from './processes/stop-signal.ts'
import { type LockFamily, lockFamily, obtainLocks } from './simulated-locks/families.ts'
import { type External, OUTSIDE, startTown } from './town.ts'
import { townTable } from './town-table.ts'

await runCommand(main)

async function main(): Promise<void> {
  const { fresh, locks } = asked(process.argv.slice(2))
  await obtainLocks(locks)
  const external = outsideServers()
  if (fresh && external.DATABASE_URL !== undefined)
    console.log('--fresh leaves the database of DATABASE_URL as it is.')
  const stop = askedToStop()
  const begun = performance.now()
  try {
    await using town = await startTown({
      dir: defaultTownFolder,
      ports: 'fixed',
      fresh,
      locks,
      demo: true,
      web: true,
      external,
      log: console.log,
      signal: stop.signal,
    })
    console.log(await townTable(town, performance.now() - begun))
    await stop.asked
    console.log('Stopping …')
  } catch (error) {
    if (!stop.signal.aborted) throw error
  }
  console.log('Stopped.')
}

function asked(args: readonly string[]): { readonly fresh: boolean; readonly locks: LockFamily } {
  const { fresh, locks } = understood(args)
  return { fresh, locks: lockFamily(locks) }
}

function understood(args: readonly string[]) {
  try {
    const options = {
      fresh: { type: 'boolean', default: false },
      locks: { type: 'string', default: 'virtual' },
    } as const
    return parseArgs({ args: [...args], options }).values
  } catch {
    throw new Error(
      'Usage: npm start, npm start -- --fresh to begin with no data, npm start -- --locks zwave|zigbee for simulated locks of makers.',
    )
  }
}

/** An empty variable is one that is not set. */
function outsideServers(): External {
  return Object.fromEntries(OUTSIDE.map(name => [name, process.env[name] || undefined]))
}
