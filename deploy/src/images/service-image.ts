import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { z } from 'zod'
import type { Engine } from './engine.ts'
import { type Image, tagOf } from './image-list.ts'
import { runCommand } from './run-command.ts'

const Manifest = z.object({
  name: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).default({}),
})
const TURBO = path.join(repositoryRoot, 'node_modules/.bin/turbo')

type Build = { readonly dir: string; readonly revision: string; readonly web: string }

/** Writes the image's whole content and builds it: sources of the workspace and of what it imports, their packages, a list of both. */
export async function buildServiceImage(
  { docker }: Engine,
  image: Image,
  { dir, revision, web }: Build,
): Promise<void> {
  const pruned = path.join(dir, 'pruned', image.name)
  const context = path.join(dir, 'context', image.name)
  const folders = await prune(image, pruned)
  await rm(context, { recursive: true, force: true })
  await mkdir(context, { recursive: true })
  for (const folder of folders)
    await cp(path.join(pruned, folder), path.join(context, folder), {
      recursive: true,
      filter: isForProduction,
    })
  await copyPackages(pruned, context, folders)
  await writeFile(path.join(context, 'package.json'), '{ "private": true, "type": "module" }\n')
  await writeFile(path.join(context, 'main.ts'), `import './${image.main}'\n`)
  await writeFile(path.join(context, 'sbom.cdx.json'), await sbomOf(pruned, image.workspace))
  if (image.name === 'gateway-api') await cp(web, path.join(context, 'web'), { recursive: true })
  await docker(
    'build',
    '--tag',
    tagOf(image.name),
    '--file',
    path.join(repositoryRoot, 'deploy/images/Dockerfile'),
    '--build-arg',
    `TITLE=asaichi-${image.name}`,
    '--build-arg',
    `REVISION=${revision}`,
    context,
  )
}

/**
 * The part of the repository that the workspace needs, with the packages it needs at the versions of the lock file. turbo also keeps the
 * workspaces that are for its tests, whose packages are half as large again as all the others. Answers the folders that are left.
 */
async function prune({ workspace }: Image, pruned: string): Promise<readonly string[]> {
  const out = `${pruned}.turbo`
  await runCommand([TURBO, 'prune', workspace, '--docker', '--out-dir', out], {
    cwd: repositoryRoot,
    env: { TURBO_TELEMETRY_DISABLED: '1' },
  })
  const full = path.join(out, 'full')
  const folders = await foldersOf(full, workspace)
  await rm(pruned, { recursive: true, force: true })
  for (const folder of folders) {
    await cp(path.join(full, folder), path.join(pruned, folder), { recursive: true })
    await withoutDevelopment(path.join(pruned, folder, 'package.json'))
  }
  await writeFile(
    path.join(pruned, 'package.json'),
    JSON.stringify({ name: 'asaichi', version: '0.0.0', private: true, type: 'module', workspaces: folders }),
  )
  await cp(path.join(out, 'package-lock.json'), path.join(pruned, 'package-lock.json'))
  await cp(path.join(repositoryRoot, '.npmrc'), path.join(pruned, '.npmrc'))
  await rm(out, { recursive: true, force: true })
  const npm = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'] as const
  await runCommand(['npm', 'install', '--package-lock-only', ...npm], { cwd: pruned })
  await runCommand(['npm', 'ci', '--omit=dev', ...npm], { cwd: pruned })
  return folders
}

async function withoutDevelopment(file: string): Promise<void> {
  const { devDependencies: _dropped, ...kept } = z
    .looseObject({ devDependencies: z.unknown().optional() })
    .parse(JSON.parse(await readFile(file, 'utf8')))
  await writeFile(file, JSON.stringify(kept, undefined, 2))
}

/** The folders of the workspace and of every workspace of ours that it imports, however far. */
async function foldersOf(pruned: string, workspace: string): Promise<readonly string[]> {
  const manifests = new Map<string, { readonly folder: string; readonly needs: readonly string[] }>()
  const names = await readdir(pruned, { recursive: true })
  for (const file of names.filter(name => name.endsWith('package.json') && !name.includes('node_modules'))) {
    const { name, dependencies } = Manifest.parse(JSON.parse(await readFile(path.join(pruned, file), 'utf8')))
    if (name !== undefined)
      manifests.set(name, { folder: path.dirname(file), needs: Object.keys(dependencies) })
  }
  const found = new Map<string, string>()
  const queue = [workspace]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const manifest = manifests.get(next)
    if (manifest === undefined || found.has(next)) continue
    found.set(next, manifest.folder)
    queue.push(...manifest.needs)
  }
  return [...found.values()].toSorted()
}

function isForProduction(file: string): boolean {
  return !/\/(tests|node_modules\/\.cache)(\/|$)|\.test\.tsx?$|\.map$|\.md$/.test(file)
}

async function copyPackages(pruned: string, context: string, folders: readonly string[]): Promise<void> {
  const from = path.join(pruned, 'node_modules')
  await cp(from, path.join(context, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: file =>
      !/\.(map|md|cts|mts|d\.ts)$|\/node_modules\/\.(bin|package-lock\.json)|\/@asaichi\/|\/noto-sans-jp\/(?!400Regular|700Bold)\d{3}/.test(
        file,
      ),
  })
  // Links to the workspaces, of those that are there.
  const own = path.join(context, 'node_modules/@asaichi')
  await mkdir(own, { recursive: true })
  for (const folder of folders) {
    const { name = '' } = Manifest.parse(
      JSON.parse(await readFile(path.join(pruned, folder, 'package.json'), 'utf8')),
    )
    await cp(path.join(from, name), path.join(context, 'node_modules', name), {
      verbatimSymlinks: true,
      recursive: true,
    })
  }
}

async function sbomOf(pruned: string, workspace: string): Promise<string> {
  return await runCommand(
    [
      'npm',
      'sbom',
      '--package-lock-only',
      '--sbom-format',
      'cyclonedx',
      '--omit',
      'dev',
      '--workspace',
      workspace,
    ],
    { cwd: pruned },
  )
}
