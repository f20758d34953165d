import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { filesOf } from '../repository.ts'

const Versions = z.record(z.string(), z.string()).default({})
const Manifest = z.object({
  dependencies: Versions,
  devDependencies: Versions,
  optionalDependencies: Versions,
  allowScripts: z.record(z.string(), z.boolean()).default({}),
})
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      integrity: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      link: z.boolean().optional(),
      resolved: z.string().optional(),
    }),
  ),
})
type Lock = z.output<typeof Lock>

const root = path.resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const manifests = [
  { path: 'package.json', text: read('package.json') },
  ...filesOf('*/package.json'),
  ...filesOf('*/*/package.json'),
]
const lock = Lock.parse(JSON.parse(read('package-lock.json')))
const { allowScripts } = Manifest.parse(JSON.parse(read('package.json')))

describe('A97: what others publish comes in only as it was looked at', () => {
  test('npm takes no version younger than a week, runs no script that package.json does not name, and saves exact versions', () => {
    expect(read('.npmrc').split('\n')).toEqual(
      expect.arrayContaining(['min-release-age=7', 'strict-allow-scripts=true', 'save-exact=true']),
    )
  })

  test('every version is exact', () => {
    expect(
      manifests.flatMap(({ path: file, text }) => inexact(file, Manifest.parse(JSON.parse(text)))),
    ).toEqual([])
  })

  test('every package of the lock file has its digest, and no package has a script but those that may', () => {
    expect(unsafe(lock, allowScripts)).toEqual([])
  })
})

describe('A97: planted', () => {
  test.each(['^1.2.3', '~1.2.3', '1.x', 'latest', '>=1', '*', 'github:owner/name'])(
    '%s is no exact version',
    version => {
      expect(inexact('a/package.json', Manifest.parse({ dependencies: { left: version } }))).toEqual([
        `a/package.json: left ${version}`,
      ])
    },
  )

  test('a script that nobody allowed, a package without digest, and one from elsewhere are found', () => {
    const packages = {
      'node_modules/ours': { link: true },
      'node_modules/good': { integrity: 'sha512-x' },
      'node_modules/scripted': { integrity: 'sha512-x', hasInstallScript: true },
      'node_modules/plain/node_modules/loose': {},
      'node_modules/elsewhere': { integrity: 'sha512-x', resolved: 'https://example.org/elsewhere.tgz' },
    }
    expect(unsafe({ packages }, {})).toEqual([
      'node_modules/scripted runs a script',
      'node_modules/plain/node_modules/loose has no digest',
      'node_modules/elsewhere names a host',
    ])
  })
})

function inexact(
  file: string,
  { dependencies, devDependencies, optionalDependencies }: z.output<typeof Manifest>,
) {
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([name, version]) => !(name.startsWith('@asaichi/') || /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)))
    .map(([name, version]) => `${file}: ${name} ${version}`)
}

function unsafe({ packages }: Lock, allowed: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.entries(packages)
    .filter(([place, { link }]) => place.includes('node_modules/') && link !== true)
    .flatMap(([place, { integrity, hasInstallScript, resolved }]) => {
      const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
      return [
        ...(hasInstallScript && allowed[name] === undefined ? [`${place} runs a script`] : []),
        ...(integrity === undefined ? [`${place} has no digest`] : []),
        ...(resolved?.includes('://') ? [`${place} names a host`] : []),
      ]
    })
}
