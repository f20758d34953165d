import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { buildOf } from '@asaichi/servers/build-of.ts'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { z } from 'zod'
import { type Figures, versusOf, versusTable } from './versus.ts'

const run = promisify(execFile)
const MOST_OUTPUT = 64 * 1024 * 1024
const Written = z.array(z.object({ figure: z.string(), value: z.number().nullable() }))

/**
 * The same figures of another commit and of this tree, run by turns in the same minutes, each build by its own bench: who began
 * the last turn ends the next, so that a machine that warms or tires meets both alike. Rejects where a build breaks a promise.
 */
export async function playAgainst(
  name: string,
  plan: {
    readonly only: string | undefined
    readonly rounds: number
    readonly log: (line: string) => void
  },
): Promise<string> {
  const { log } = plan
  const theirs = await buildOf(name, { programs: ['wrk'], log })
  const folders = { ours: repositoryRoot, theirs: theirs.folder } as const
  const turns: { readonly ours: Figures; readonly theirs: Figures }[] = []
  for (let nr = 1; nr <= plan.rounds; nr++) {
    const order = nr % 2 === 1 ? (['theirs', 'ours'] as const) : (['ours', 'theirs'] as const)
    const heard = new Map<keyof typeof folders, Figures>()
    for (const build of order) {
      log(`  round ${nr}: ${build === 'ours' ? 'this build' : theirs.commit.slice(0, 12)}`)
      heard.set(build, await figuresOf(folders[build], plan.only))
    }
    turns.push({ ours: heard.get('ours') ?? new Map(), theirs: heard.get('theirs') ?? new Map() })
  }
  return versusTable(versusOf(turns), { theirs: theirs.commit.slice(0, 12) })
}

async function figuresOf(folder: string, only: string | undefined): Promise<Figures> {
  const own = await mkdtemp(path.join(tmpdir(), 'asaichi-against-'))
  const file = path.join(own, 'figures.json')
  try {
    const args = ['bench/src/main.ts', '--rounds', '1', '--json', file, ...(only ? ['--only', only] : [])]
    await run(path.join(folder, 'node_modules/.bin/node'), args, { cwd: folder, maxBuffer: MOST_OUTPUT })
    const written = Written.parse(JSON.parse(await readFile(file, 'utf8')))
    return new Map(written.flatMap(({ figure, value }) => (value === null ? [] : [[figure, value] as const])))
  } finally {
    await rm(own, { recursive: true, force: true })
  }
}
