import path from 'node:path'

const MOST_FILES = 25
/** A service's verbs are one list, as long as its part of the contract. */
const VERBS = /^services\/[^/]+\/src\/verbs$/

/** A sentence for each folder with more source files than an eye takes in; tests beside their files are not counted. */
export function crowdedFolders(files: readonly string[]): readonly string[] {
  const sources = files.filter(file => !/\.test\.tsx?$/.test(file))
  return [...Map.groupBy(sources, file => path.posix.dirname(file))]
    .filter(([folder, inside]) => inside.length > MOST_FILES && !VERBS.test(folder))
    .map(([folder, inside]) => `${folder} has ${inside.length} source files, more than ${MOST_FILES}`)
}
