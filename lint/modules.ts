import path from 'node:path'
import type { Source } from './repository.ts'

/** One import or re-export of a file of ours. */
export type Link = {
  readonly to: string
  /** The names taken; `*` takes whatever there is. */
  readonly names: readonly string[]
}
export type Exported = {
  readonly name: string
  /** A type that the same file uses again, so that it is the word of one of its functions. */
  readonly spokenAtHome: boolean
}
export type Module = {
  readonly path: string
  readonly exports: readonly Exported[]
  readonly links: readonly Link[]
}

const CLAUSE = String.raw`(?:type\s+)?(?:\w+\s*,?\s*)?(?:\{([^}]*)\}|\*\s+as\s+(\w+))?`
const IMPORT = new RegExp(String.raw`^import\s+(?:${CLAUSE}\s*from\s+)?'([^']+)'`, 'gm')
const EXPORT_FROM = /^export\s+(?:type\s+)?(?:\{([^}]*)\}|\*(?:\s+as\s+\w+)?)\s+from\s+'([^']+)'/gm
const LAZY = /\bimport\(\s*'([^']+)',?\s*\)(?:\.([A-Z]\w*))?/g
const DECLARED = /^export\s+(?:async\s+)?(const|let|function\*?|class|type|interface)\s+(\w+)/gm
const LISTED = /^export\s+(?:type\s+)?\{([^}]*)\}(?!\s*from)/gm

/**
 * What each file exports and what it takes from others, read without a parser: TypeScript 7 has no API for one, and imports
 * stand at the beginning of a line as the formatter writes them. Default exports are tools' and are left out.
 */
export function modulesOf(
  sources: readonly Source[],
  packages: ReadonlyMap<string, string>,
): readonly Module[] {
  const known = new Set(sources.map(({ path: file }) => file))
  return sources.map(source => {
    const target = (specifier: string) => {
      const file = resolved(source.path, specifier, packages)
      return file !== undefined && known.has(file) ? file : undefined
    }
    return { path: source.path, exports: exportsOf(source.text), links: linksOf(source.text, target) }
  })
}

/** Types and `import()` count like any other: they hide a circle from those who look for one and do not undo it. */
function linksOf(text: string, target: (specifier: string) => string | undefined): readonly Link[] {
  const imports = [...text.matchAll(IMPORT)].map(([, list, namespace, specifier = '']) => ({
    specifier,
    names: list !== undefined ? namesIn(list) : namespace !== undefined ? membersOf(namespace, text) : [],
  }))
  const handedOn = [...text.matchAll(EXPORT_FROM)].map(([, list, specifier = '']) => ({
    specifier,
    names: list !== undefined ? namesIn(list) : ['*'],
  }))
  const lazy = [...text.matchAll(LAZY)].map(([, specifier = '', type = '*']) => ({
    specifier,
    names: [type],
  }))
  return [...imports, ...handedOn, ...lazy].flatMap(({ specifier, names }) => {
    const to = target(specifier)
    return to === undefined ? [] : [{ to, names }]
  })
}

function exportsOf(text: string): readonly Exported[] {
  const declared = [...text.matchAll(DECLARED)].map(([, kind = '', name = '']) => ({
    name,
    isType: isType(kind),
  }))
  const listed = [...text.matchAll(LISTED)]
    .flatMap(([, list = '']) => list.split(',').map(exportedName))
    .filter(Boolean)
    .map(name => ({ name, isType: false }))
  const values = new Set([...declared, ...listed].filter(each => !each.isType).map(({ name }) => name))
  return [...Map.groupBy([...declared, ...listed], ({ name }) => name).keys()].map(name => ({
    name,
    spokenAtHome: !values.has(name) && timesIn(text, name) > 1,
  }))
}

function isType(kind: string): boolean {
  return kind === 'type' || kind === 'interface'
}

function timesIn(text: string, name: string): number {
  return [...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length
}

/** `a as b` is known outside as `b`. */
function exportedName(item: string): string {
  return item
    .trim()
    .replace(/^type\s+/, '')
    .replace(/^\w+\s+as\s+/, '')
}

/** `a as b` takes `a`. */
function namesIn(list: string): readonly string[] {
  return list
    .split(',')
    .map(item =>
      item
        .trim()
        .replace(/^type\s+/, '')
        .replace(/\s+as\s+\w+$/, ''),
    )
    .filter(Boolean)
}

/** What is taken of `import * as staff`. Handed on whole, a namespace says nothing of what is used of it. */
function membersOf(namespace: string, text: string): readonly string[] {
  return [
    ...new Set([...text.matchAll(new RegExp(`\\b${namespace}\\.(\\w+)`, 'g'))].map(([, name = '']) => name)),
  ]
}

function resolved(
  from: string,
  specifier: string,
  packages: ReadonlyMap<string, string>,
): string | undefined {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier)
  const [, name = '', rest = ''] = /^(@[^/]+\/[^/]+)\/(.+)$/.exec(specifier) ?? []
  const folder = packages.get(name)
  return folder === undefined ? undefined : `${folder}/src/${rest}`
}
