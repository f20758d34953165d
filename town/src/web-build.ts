import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify, stripVTControlCharacters } from 'node:util'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { z } from 'zod'
import { claimFolder } from './processes/folder-lock.ts'
import { sourcesHash } from './sources-hash.ts'

export type WebBuildOptions = {
  readonly log?: (line: string) => void
  readonly signal?: AbortSignal
  /** Another app than ours, for a test: a folder with an index.html. */
  readonly webRoot?: string
}

const WEB = path.join(repositoryRoot, 'gateway', 'web')
/** What is bundled besides the app's own files; its types and its path to the API come from the gateway, and it offers the verifier. */
const BESIDES = [
  'gateway/api/src',
  'libs/calendar/src',
  'libs/contract/src',
  'libs/wording/src',
  'services/lottery/verifier',
  'package-lock.json',
]
const BUILD_MS = 120_000
const WAIT_MS = 150_000
const LOOK_EVERY_MS = 200
/** The newest build and two before it: a page opened before an update still finds the chunks it was built with. */
const BUILDS_KEPT = 3

/** What `dist/.build.json` holds: the hash of the sources, and the assets of each build kept, newest first. */
const Stamp = z.object({ sources: z.string(), builds: z.array(z.array(z.string())) })
type Stamp = z.infer<typeof Stamp>

/** Builds the web app when its sources have changed since; answers the folder to serve. Of two at once, one builds. */
export async function buildWebApp(options: WebBuildOptions = {}): Promise<string> {
  const { log = () => undefined, webRoot = WEB } = options
  const dist = path.join(webRoot, 'dist')
  await mkdir(dist, { recursive: true })
  await using _claim = await claimInTurn(dist, options.signal)
  const sources = await sourcesHash([webRoot, ...BESIDES.map(name => path.join(repositoryRoot, name))])
  const stamp = await readStamp(dist)
  if (stamp.sources === sources) return dist
  log('Building the web app …')
  const begun = performance.now()
  const next = path.join(dist, '.next')
  await runVite(webRoot, next, options.signal)
  await publish({ next, dist, sources, older: stamp.builds })
  log(`  the web app is built (${((performance.now() - begun) / 1000).toFixed(1)} s)`)
  return dist
}

async function claimInTurn(dist: string, signal: AbortSignal | undefined): Promise<AsyncDisposable> {
  const until = performance.now() + WAIT_MS
  for (;;) {
    const claim = await claimFolder(dist)
    if (claim) return claim
    if (performance.now() > until) throw new Error('Another build of the web app has not ended in time.')
    await sleep(LOOK_EVERY_MS, undefined, { signal })
  }
}

async function runVite(webRoot: string, outDir: string, signal: AbortSignal | undefined): Promise<void> {
  const vite = createRequire(path.join(WEB, 'package.json')).resolve('vite/package.json')
  const args = [path.join(path.dirname(vite), 'bin', 'vite.js'), 'build', webRoot]
  try {
    await promisify(execFile)(
      process.execPath,
      [...args, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'],
      {
        cwd: webRoot,
        timeout: BUILD_MS,
        signal,
        env: { ...process.env, NODE_ENV: 'production' },
      },
    )
  } catch (error) {
    signal?.throwIfAborted()
    throw new Error(`The web app does not build:\n${outputOf(error)}`)
  }
}

/** What vite said, without where in itself it was. */
function outputOf(error: unknown): string {
  const said = z.object({ stdout: z.string(), stderr: z.string() }).safeParse(error).data
  const lines = stripVTControlCharacters(`${said?.stdout ?? ''}${said?.stderr ?? ''}`).split('\n')
  const text = lines
    .filter(line => !/^ {4}at /.test(line))
    .join('\n')
    .trim()
  return text === '' ? String(error) : text.slice(-4_000)
}

type Publishing = {
  readonly next: string
  readonly dist: string
  readonly sources: string
  readonly older: readonly (readonly string[])[]
}

/** Assets first and index.html last, so that whoever reads meanwhile finds every file a page names. */
async function publish({ next, dist, sources, older }: Publishing): Promise<void> {
  const assets = await namesIn(path.join(next, 'assets'))
  const builds = [assets, ...older].slice(0, BUILDS_KEPT).map(names => [...names])
  await writeStamp(dist, { sources: '', builds })
  await mkdir(path.join(dist, 'assets'), { recursive: true })
  for (const name of assets) await rename(path.join(next, 'assets', name), path.join(dist, 'assets', name))
  const others = (await namesIn(next)).filter(name => name !== 'assets')
  const gone = (await namesIn(dist)).filter(name => !others.includes(name) && !KEPT.has(name))
  for (const name of others.toSorted(indexLast)) {
    await rm(path.join(dist, name), { recursive: true, force: true })
    await rename(path.join(next, name), path.join(dist, name))
  }
  const kept = new Set(builds.flat())
  const stale = (await namesIn(path.join(dist, 'assets'))).filter(name => !kept.has(name))
  const removed = [...gone, ...stale.map(name => path.join('assets', name)), '.next']
  await Promise.all(removed.map(name => rm(path.join(dist, name), { recursive: true, force: true })))
  await writeStamp(dist, { sources, builds })
}

const STAMP = '.build.json'
const KEPT = new Set(['assets', '.next', STAMP])

function indexLast(a: string, b: string): number {
  return Number(a === 'index.html') - Number(b === 'index.html')
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch(() => [])
}

/** A folder somebody built by hand has no stamp, and one that is half published has one without sources: both are built anew. */
async function readStamp(dist: string): Promise<Stamp> {
  const text = await readFile(path.join(dist, STAMP), 'utf8').catch(() => '{}')
  return Stamp.safeParse(JSON.parse(text)).data ?? { sources: '', builds: [] }
}

async function writeStamp(dist: string, stamp: Stamp): Promise<void> {
  await writeFile(path.join(dist, `${STAMP}.new`), JSON.stringify(stamp))
  await rename(path.join(dist, `${STAMP}.new`), path.join(dist, STAMP))
}
