// `npm run images`: builds every image and prints its size; `-- <name>…` builds some. `-- smoke` then starts them all as a city and stops
// them again. `-- containers <file>…` builds three services' images and runs their tests on containers, or only these files. With
// `--or-skip` a machine on which no engine starts is told of, and is no failure.
import path from 'node:path'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { buildWebApp } from '@asaichi/town/web-build.ts'
import { buildBaseImages } from './base-images.ts'
import { type Engine, startEngine } from './engine.ts'
import { IMAGES, tagOf } from './image-list.ts'
import { runCommand } from './run-command.ts'
import { buildServiceImage } from './service-image.ts'
import { smoke } from './smoke.ts'
import { CONTAINED, testContained } from './test-contained.ts'

const WORDS = ['smoke', 'containers', '--or-skip']
const dir = path.join(repositoryRoot, '.town/images')

try {
  const { isSmoke, isContained, maySkip, names, files } = asked(process.argv.slice(2))
  await using engine = await startEngine(path.join(dir, 'engine')).catch((error: unknown) => {
    if (!maySkip) throw error
    console.log(`images skipped: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  })
  if (engine) {
    await buildAll(engine, names)
    if (isSmoke) await smoke(engine, path.join(dir, 'smoke'))
    if (isContained) await testContained(engine, files)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function buildAll(engine: Engine, names: readonly string[]): Promise<void> {
  const begun = performance.now()
  await buildBaseImages(engine, dir)
  const web = await buildWebApp({ log: console.log })
  const revision = (
    await runCommand(['git', 'rev-parse', '--short=12', 'HEAD'], { cwd: repositoryRoot })
  ).trim()
  const images = IMAGES.filter(({ name }) => names.length === 0 || names.includes(name))
  for (const image of images) await buildServiceImage(engine, image, { dir, revision, web })
  for (const name of ['os', 'node', 'postgres', 'nats', ...images.map(image => image.name)])
    console.log(`${name.padEnd(14)} ${(await sizeOf(engine, name)).toString().padStart(4)} MB`)
  console.log(`built in ${Math.round((performance.now() - begun) / 1_000)} s at ${revision}`)
}

async function sizeOf({ docker }: Engine, name: string): Promise<number> {
  return Math.round(
    Number(await docker('image', 'inspect', '--format', '{{.Size}}', tagOf(name))) / 1_000_000,
  )
}

function asked(args: readonly string[]) {
  const known = IMAGES.map(({ name }) => name)
  const [isSmoke, isContained, maySkip] = WORDS.map(word => args.includes(word))
  const files = args.filter(arg => arg.includes('/'))
  const named = args.filter(arg => !WORDS.includes(arg) && !files.includes(arg))
  const unknown = named.filter(name => !known.includes(name))
  if (unknown.length > 0)
    throw new Error(`There is no image ${unknown.join(', ')}; there are ${known.join(', ')}.`)
  const names = isContained && !isSmoke && named.length === 0 ? [...CONTAINED] : named
  return { isSmoke, isContained, maySkip, names, files }
}
