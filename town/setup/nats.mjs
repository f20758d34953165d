import fs from 'node:fs'
import path from 'node:path'
import { updateDebianLists } from './debian.mjs'
import { at, isExecutable, isRoot, onPath, ownPrograms, SetupError } from './machine.mjs'
import { MINUTE_MS, reportAndGoOn, runWithProgress } from './run.mjs'

const NATS_VERSION = 'v2.14.5'
const natsBinary = path.join(ownPrograms, 'nats-server')

export function hasNats() {
  return Boolean(process.env.NATS_URL) || onPath('nats-server') !== undefined || isExecutable(natsBinary)
}

export async function obtainNats() {
  fs.mkdirSync(ownPrograms, { recursive: true })
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
    env: { GOBIN: ownPrograms, CGO_ENABLED: '0' },
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
