import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isExecutable, onPath, ownPrograms, SetupError } from './machine.mjs'
import { MINUTE_MS, reportAndGoOn, runWithProgress } from './run.mjs'

const K6_MODULE = 'go.k6.io/k6/v2'
const K6_VERSION = 'v2.2.0'
const ownBinary = path.join(ownPrograms, 'k6')

/** The driver of the load tests: of the system if it is 2 or later, else one of our own. */
export const k6 = {
  has: () => isSecondOrLater(onPath('k6')) || isExecutable(ownBinary),
  async obtain() {
    fs.mkdirSync(ownPrograms, { recursive: true })
    if (onPath('go')) await fromGo().catch(reportAndGoOn)
    if (k6.has()) return
    throw new SetupError(
      'No k6. Two ways: put k6 (2.0 or later) on the PATH; or install Go, it is then built by itself. ' +
        'The npm package named k6 is another program.',
    )
  },
}

function isSecondOrLater(program) {
  if (program === undefined) return false
  const { stdout } = spawnSync(program, ['version'], { encoding: 'utf8', timeout: MINUTE_MS })
  return Number(/^k6 v(\d+)\./.exec(stdout ?? '')?.[1] ?? 0) >= 2
}

/** From a module of our own: `go install path@version` asks for k6's list of versions, which a module proxy need not have. */
async function fromGo() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'k6-build-'))
  try {
    fs.writeFileSync(path.join(folder, 'go.mod'), `module k6build\n\nrequire ${K6_MODULE} ${K6_VERSION}\n`)
    await runWithProgress(['go', 'install', '-mod=mod', K6_MODULE], {
      doing: `Building k6 ${K6_VERSION} with Go, once`,
      cwd: folder,
      limit_ms: 15 * MINUTE_MS,
      env: { GOBIN: ownPrograms, CGO_ENABLED: '0' },
    })
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
