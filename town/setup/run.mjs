import { spawn } from 'node:child_process'
import path from 'node:path'
import { root, SetupError, searchPath } from './machine.mjs'

export const MINUTE_MS = 60_000

/** Runs a command, tells every five seconds that it still does, and fails with the end of what it said. */
export function runWithProgress(
  [command, ...args],
  { doing, cwd = root, limit_ms = 5 * MINUTE_MS, env: more = {} },
) {
  console.log(`${doing} …`)
  const begun = Date.now()
  const elapsed_s = () => Math.round((Date.now() - begun) / 1000)
  return new Promise((resolve, reject) => {
    let output = ''
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, PATH: searchPath().join(path.delimiter), ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
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

export function reportAndGoOn(error) {
  console.error(error instanceof SetupError ? error.message : error)
}
