import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** A file by its path from the root of the repository. */
export type Source = { readonly path: string; readonly text: string }

const root = path.resolve(import.meta.dirname, '..')
const NOT_OURS = ['**/node_modules', '**/dist', '.town', '.git', '.turbo', '**/.turbo']
const PackageJson = z.object({ name: z.string() })

export function filesOf(pattern: string): readonly Source[] {
  return globSync(pattern, { cwd: root, exclude: NOT_OURS })
    .map(file => file.replaceAll(path.sep, '/'))
    .toSorted()
    .map(file => ({ path: file, text: readFileSync(path.join(root, file), 'utf8') }))
}

/** Each workspace's folder by its package's name. */
export function packageFolders(): ReadonlyMap<string, string> {
  return new Map(
    filesOf('{libs,services,gateway,bridge}/*/package.json')
      .concat(filesOf('{town,city,deploy,bench,load-tests}/package.json'))
      .map(({ path: file, text }) => [PackageJson.parse(JSON.parse(text)).name, path.posix.dirname(file)]),
  )
}
