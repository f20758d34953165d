import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export type CommandOptions = {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly limitMs?: number
}

const LIMIT_MS = 10 * 60_000
const MOST_BYTES = 64 * 1024 * 1024

/** What the command wrote to stdout; throws with the end of what it said where it fails. */
export async function runCommand(
  [program, ...args]: readonly [string, ...string[]],
  { cwd, env = {}, limitMs = LIMIT_MS }: CommandOptions = {},
): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(program, args, {
      ...(cwd !== undefined && { cwd }),
      env: { ...process.env, ...env },
      timeout: limitMs,
      maxBuffer: MOST_BYTES,
    })
    return stdout
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().slice(-2_000) : ''
    throw new Error(`${program} ${args.slice(0, 3).join(' ')} … failed: ${said}`, { cause: error })
  }
}
