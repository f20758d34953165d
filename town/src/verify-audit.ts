import path from 'node:path'
import { parseArgs } from 'node:util'
import { townKeys } from '@asaichi/city/town-keys.ts'
import { defaultTownFolder } from '@asaichi/servers/folders.ts'
import { runCommand } from '@asaichi/service/command.ts'
import { appRole } from '@asaichi/store/roles.ts'
import { auditFindings } from './audit-findings.ts'
import { townPorts } from './town-ports.ts'

const USAGE =
  'Usage: npm run verify-audit -- [--url https://<front door>] [--anchors <folder>] [--database postgres://…]'

// Whether what was done and told is still what was written down: a line for each service that keeps such a log.
await runCommand(async () => {
  const asked = askedFor(process.argv.slice(2))
  const findings = await auditFindings({ ...asked, database: asked.database ?? (await databaseOfTown()) })
  for (const { service, says } of findings) console.log(`${service.padEnd(10)}${says}`)
  if (!findings.every(({ isWhole }) => isWhole)) process.exitCode = 1
})

function askedFor(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        url: { type: 'string', default: 'http://localhost:8080' },
        anchors: { type: 'string', default: path.join(defaultTownFolder, 'audit') },
        database: { type: 'string' },
      },
    }).values
  } catch {
    throw new Error(USAGE)
  }
}

/** The town's own PostgreSQL, as identity, whose role can add to its log and change nothing. */
async function databaseOfTown(): Promise<string> {
  const { passwords } = await townKeys(defaultTownFolder)
  const { port } = (await townPorts('fixed')).POSTGRES
  return `postgres://${appRole('postgres', 'identity')}:${passwords.identity}@127.0.0.1:${port}/postgres`
}
