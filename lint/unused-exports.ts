import type { Module } from './modules.ts'

/** Taken by whoever looks for files of a pattern, or by a tool that calls them by a name of its own. */
const FOUND_BY_LOOKING = [
  /^gateway\/web\/src\/i18n\/(ja|ja-easy|en)\//,
  /^gateway\/web\/tests\/states\//,
  /^load-tests\/scenarios\//,
  /^libs\/testkit\/src\/global-setup\.ts$/,
]

/**
 * A sentence for each name that is exported and that no other file takes: such a value is private, or dead. A type may be
 * exported for its name alone where the file's own functions speak in it.
 */
export function unusedExports(modules: readonly Module[]): readonly string[] {
  const taken = new Map<string, Set<string>>()
  for (const { to, names } of modules.flatMap(({ links }) => links)) {
    const all = taken.get(to) ?? new Set()
    for (const name of names) all.add(name)
    taken.set(to, all)
  }
  return modules
    .filter(({ path }) => !FOUND_BY_LOOKING.some(pattern => pattern.test(path)))
    .flatMap(({ path, exports }) =>
      exports
        .filter(
          ({ name, spokenAtHome }) =>
            !(taken.get(path)?.has('*') || taken.get(path)?.has(name) || spokenAtHome),
        )
        .map(({ name }) => `${path} exports ${name}, which no other file takes`),
    )
}
