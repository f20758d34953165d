import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { defaultTownFolder, repositoryRoot } from '@asaichi/servers/folders.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import { openBench } from '../bench.ts'
import { shown, textTable } from '../report/table.ts'
import { rush } from '../scenarios/rush.ts'
import { type CpuProfile, hottest, shareOf } from './cpu-profile.ts'
import { startProfiling } from './inspector.ts'

const WARM_SECONDS = 3
const SECONDS = 4
const MOST = 25
// Counters, and what carries a trace from a request to its answer.
const OBSERVING = /metrics\.ts$|^prom-client\/|service\/src\/trace\.ts$|async_hooks$|async_context_frame$/

/** Profiles gateway and reservation under the whole path's load: which functions the time goes to. */
export async function profilePath(): Promise<{
  readonly report: string
  readonly broken: readonly string[]
}> {
  const folder = path.join(defaultTownFolder, 'bench-profiles')
  await mkdir(folder, { recursive: true })
  const inspect = { 'gateway-api': await freePort(), reservation: await freePort() }
  const { profiles, sample, broken } = await profileUnderLoad(inspect)
  const numbers = Object.entries(sample).map(([name, value]) => [name, shown(value)])
  const tables = [textTable(['one run under the profiler', 'value'], numbers)]
  for (const [name, profile] of profiles) {
    const file = path.join(folder, `${name}.cpuprofile`)
    await writeFile(file, JSON.stringify(profile))
    const rows = hottest(profile, MOST).map(each => [each.name, percent(each.share), each.file])
    tables.push(
      [
        `${name}, by time in the function itself (all of it: ${path.relative(repositoryRoot, file)})`,
        textTable(['function', 'share', 'file'], rows),
        `Counters and traces take ${percent(shareOf(profile, OBSERVING))} of it.`,
      ].join('\n'),
    )
  }
  return { report: tables.join('\n\n'), broken }
}

function percent(share: number): string {
  return `${shown(share * 100)} %`
}

async function profileUnderLoad(inspect: Readonly<Record<string, number>>) {
  await using bench = await openBench({ inspect })
  await rush(bench, { seconds: WARM_SECONDS })
  const started = await Promise.all(
    Object.entries(inspect).map(async ([name, port]) => [name, await startProfiling(port)] as const),
  )
  const sample = await rush(bench, { seconds: SECONDS })
  const profiles = await Promise.all(
    started.map(async ([name, stop]): Promise<readonly [string, CpuProfile]> => [name, await stop()]),
  )
  return { profiles, sample, broken: [...bench.aftermath.broken] }
}
