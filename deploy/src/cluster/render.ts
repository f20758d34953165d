import { execFile } from 'node:child_process'
import { appendFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { writeKeys } from '@asaichi/city/write-keys.ts'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { type Applied, parseObjects } from '../checks/objects.ts'

export type Rendered = {
  readonly overlay: string
  /** What is given to `kubectl apply`. */
  readonly file: string
  readonly text: string
  readonly objects: readonly Applied[]
}

const DEPLOY = path.join(repositoryRoot, 'deploy')
export const KUBECTL = path.join(repositoryRoot, '.town/bin/kubectl')
const MOST_BYTES = 32 * 1024 * 1024
/** What may be chosen beside bus and database: one of each line, and nothing where the line allows it. */
const CHOICES = [
  [['hpa'], ['hpa', 'rush', 'preflight'], ['fixed-replicas']],
  [['gateway-api'], ['ingress'], []],
  [['prometheus', 'dashboards', 'otel'], ['prometheus'], []],
  [['postgres-backup'], []],
] as const
const COMPONENTS = /components:\n( {2}- .*\n)+/

/** Every overlay as `kubectl kustomize` renders it, from a copy in `dir` with keys of its own. */
export async function renderOverlays(dir: string): Promise<readonly Rendered[]> {
  await copyTo(dir)
  const overlays = (await readdir(path.join(dir, 'overlays'))).toSorted()
  for (const overlay of overlays) await giveKeys(path.join(dir, 'overlays', overlay))
  return await Promise.all(overlays.map(overlay => render(path.join(dir, 'overlays', overlay))))
}

/** The example of production with every supported choice of components instead of its own; after `renderOverlays` on the same folder. */
export async function renderCombinations(dir: string): Promise<readonly Rendered[]> {
  const example = path.join(dir, 'overlays/production-example')
  const text = await readFile(path.join(example, 'kustomization.yaml'), 'utf8')
  const all: Rendered[] = []
  for (const chosen of combinations(CHOICES)) {
    const folder = path.join(dir, 'overlays', chosen.join('+') || 'nothing-more')
    await cp(example, folder, { recursive: true })
    const components = ['nats', 'postgres-cnpg', ...chosen].map(name => `  - ../../components/${name}\n`)
    await writeFile(
      path.join(folder, 'kustomization.yaml'),
      text.replace(COMPONENTS, `components:\n${components.join('')}`),
    )
    all.push(await render(folder))
  }
  return all
}

function combinations(choices: readonly (readonly (readonly string[])[])[]): readonly (readonly string[])[] {
  const [first, ...rest] = choices
  if (first === undefined) return [[]]
  const others = combinations(rest)
  return first.flatMap(one => others.map(other => [...one, ...other]))
}

async function copyTo(dir: string): Promise<void> {
  await rm(dir, { recursive: true, force: true })
  await mkdir(dir, { recursive: true })
  for (const folder of ['base', 'components', 'overlays'])
    await cp(path.join(DEPLOY, folder), path.join(dir, folder), { recursive: true })
}

async function giveKeys(overlay: string): Promise<void> {
  await writeKeys(overlay, { database: 'postgres://postgres-rw:5432/asaichi', say: () => undefined })
  await appendFile(path.join(overlay, 'secrets/notification.env'), 'SMTP_URL=smtps://relay.example:465\n')
}

async function render(overlay: string): Promise<Rendered> {
  const { stdout: text } = await promisify(execFile)(KUBECTL, ['kustomize', overlay], {
    maxBuffer: MOST_BYTES,
  })
  const file = `${overlay}.yaml`
  await writeFile(file, text)
  return { overlay: path.basename(overlay), file, text, objects: parseObjects(text) }
}
