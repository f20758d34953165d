import { spawn } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import path from 'node:path'
import { defaultTownFolder, repositoryRoot } from '@asaichi/servers/folders.ts'
import { z } from 'zod'

export type Generated = {
  readonly status: 'in-bounds' | 'out-of-bounds' | 'failed'
  /** The summary it printed, or the reason why there is none. */
  readonly text: string
}

const THRESHOLDS_CROSSED = 99
const MOST_KEPT = 100_000

/** Runs the scenarios with k6 until they end, and kills them when they do not. */
export async function generate(
  folder: string,
  options: { readonly withinMs: number; readonly progress: (line: string) => void },
): Promise<Generated> {
  const script = path.join(repositoryRoot, 'load-tests', 'scenarios', 'rush.ts')
  const answers = path.join(folder, 'answers.ndjson')
  const child = spawn(
    await k6Path(),
    ['run', '--quiet', '--no-color', '--log-format', 'json', '--console-output', answers, script],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Only what it needs: a variable named K6_… of whoever runs this would silently replace the scenarios.
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: folder,
        PLAN: folder,
        K6_NO_USAGE_REPORT: 'true',
        K6_AUTO_EXTENSION_RESOLUTION: 'false',
      },
    },
  )
  let text = ''
  let complaints = ''
  child.stdout.on('data', chunk => (text += String(chunk)))
  child.stderr.on('data', chunk => (complaints = (complaints + String(chunk)).slice(-MOST_KEPT)))
  const limit = setTimeout(() => child.kill('SIGKILL'), options.withinMs)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  clearTimeout(limit)
  for (const line of told(complaints)) options.progress(line)
  if (code === 0) return { status: 'in-bounds', text }
  if (code === THRESHOLDS_CROSSED) return { status: 'out-of-bounds', text }
  return { status: 'failed', text: `k6 ended with ${code ?? 'a kill, for it ran longer than it may'}.` }
}

const Said = z.object({ msg: z.string(), error: z.string().optional() })

/** Each thing it said once, with how often: a town that is down makes thousands of the same line. */
function told(complaints: string): readonly string[] {
  const lines = complaints.split('\n').filter(line => line.trim() !== '')
  return [...Map.groupBy(lines.map(said), line => line)].map(([line, { length }]) =>
    length === 1 ? line : `${line} (${length} times)`,
  )
}

/** The port of the client's own end would make every line another one. */
function said(line: string): string {
  try {
    const { msg, error } = Said.parse(JSON.parse(line))
    return error === undefined ? msg : `${msg}: ${error.replace(/:\d+->/, '->')}`
  } catch {
    return line
  }
}

/** k6 2 on the PATH, else the one that `node town/setup.mjs --with k6` built. */
async function k6Path(): Promise<string> {
  const own = path.join(defaultTownFolder, 'bin')
  for (const folder of [own, ...(process.env['PATH'] ?? '').split(path.delimiter)]) {
    const file = path.join(folder, 'k6')
    if (path.isAbsolute(folder) && (await isExecutable(file))) return file
  }
  throw new Error('No k6: run node town/setup.mjs --with k6, which obtains it or says how to.')
}

function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}
