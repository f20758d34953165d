import { parseArgs } from 'node:util'
import { defaultTownFolder } from '@asaichi/servers/folders.ts'
import { runCommand } from '@asaichi/service/command.ts'
import { askedToStop } from './processes/stop-signal.ts'
import { type External, OUTSIDE, startTown } from './town.ts'
import { townTable } from './town-table.ts'

await runCommand(main)

async function main(): Promise<void> {
  const fresh = isFresh(process.argv.slice(2))
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

function isFresh(args: readonly string[]): boolean {
  try {
    return parseArgs({ args: [...args], options: { fresh: { type: 'boolean', default: false } } }).values
      .fresh
  } catch {
    throw new Error('Usage: npm start, or npm start -- --fresh to begin with no data.')
  }
}

/** An empty variable is one that is not set. */
function outsideServers(): External {
  return Object.fromEntries(OUTSIDE.map(name => [name, process.env[name] || undefined]))
}
