// `npm run city -- <command>`; in an image `node city/src/main.ts <command>`.
import { parseArgs } from 'node:util'
import { parseEnv } from '@asaichi/service/env.ts'
import { initEnv } from './config.ts'
import { init } from './init/init.ts'
import { Missing } from './init/missing.ts'
import { writeKeys } from './write-keys.ts'

const USAGE = `Usage:
  npm run city -- keys <folder> --database postgres://<server>:5432/<name>   makes keys and passwords, or adds what is missing
  npm run city -- init                                                       prepares database and streams; safe to run again
  npm run city -- init --during-opening                                      the same between 06:00 and 08:00 in Japan`

try {
  await run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Missing)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function run(args: readonly string[]): Promise<void> {
  const { command, folder, database, duringOpening } = asked(args)
  if (command === 'keys' && folder !== undefined && database !== undefined)
    return await writeKeys(folder, { database, say: console.log })
  if (command === 'init' && folder === undefined)
    return await init(parseEnv(initEnv), { duringOpening, say: console.log })
  throw new Missing(USAGE)
}

function asked(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { 'during-opening': { type: 'boolean', default: false }, database: { type: 'string' } },
      allowPositionals: true,
    })
    const [command, folder, ...more] = positionals
    if (more.length > 0) throw new Missing(USAGE)
    return { command, folder, database: values.database, duringOpening: values['during-opening'] }
  } catch {
    throw new Missing(USAGE)
  }
}
