import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Slot } from '../ground.ts'
import type { Resident } from '../residents.ts'
import { applicationOf } from './presses.ts'

export const CONNECTIONS = 256

/** What wrk saw: answers by status, and how long it asked. `lost` were never answered. */
export type WrkResult = {
  readonly seconds: number
  readonly answers: Readonly<Record<string, number>>
  readonly lost: number
  /** An answer of a status nobody expected. */
  readonly example: string | undefined
}

type Load = { readonly url: string; readonly seconds: number; readonly connections?: number }

/** The same request again and again; a `body` makes it a POST. */
export function askAgain(load: Load & { readonly body?: string }): Promise<WrkResult> {
  return runWrk('plain.lua', load, load.body === undefined ? {} : { BODY: load.body })
}

// Sessions age while these are made, so no more than a machine of two cores answers; the rest is composed on the way.
const PREPARED_PER_SECOND = 10_000

/** A crowd that presses for these slots until the time is over. */
export async function pressFor(
  load: Load & { readonly residents: readonly Resident[]; readonly slots: readonly Slot[] },
): Promise<WrkResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'asaichi-bench-'))
  const file = path.join(folder, 'presses')
  try {
    const { residents, slots, seconds } = load
    const tokens = residents.map(resident => resident.token)
    const bodies = slots.map(slot => JSON.stringify(applicationOf(slot)))
    await writeFile(file, [tokens.length, ...tokens, ...bodies].join('\n'))
    return await runWrk('press.lua', load, {
      PRESSES: file,
      KEYS: `${randomUUID().slice(0, 13)}-`,
      PREPARED: String(Math.ceil(seconds * PREPARED_PER_SECOND)),
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function runWrk(
  script: string,
  { url, seconds, connections = CONNECTIONS }: Load,
  env: Readonly<Record<string, string>>,
): Promise<WrkResult> {
  const file = path.join(import.meta.dirname, script)
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '10s', '-s', file, url]
  const { stdout } = await promisify(execFile)('wrk', args, {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    timeout: (seconds + 30) * 1_000,
  })
  const found = /^RESULT (.+)$/m.exec(stdout)?.[1]
  if (found === undefined) throw new Error(`wrk said nothing of its run: ${stdout}`)
  // Safe: written by our own scripts beside this file.
  const result = JSON.parse(found) as {
    readonly micros: number
    readonly answers: Readonly<Record<string, number>>
    readonly lost: number
  }
  return {
    seconds: result.micros / 1_000_000,
    answers: result.answers,
    lost: result.lost,
    example: /^EXAMPLE (.+)$/m.exec(stdout)?.[1],
  }
}
