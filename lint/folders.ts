import path from 'node:path'

const MOST_FILES = 25
/** Lists as long as another: a service's verbs as its part of the contract, a language's texts as the areas of the pages. */
const LISTS = /^services\/[^/]+\/src\/verbs$|^gateway\/web\/src\/i18n\/(ja|ja-easy|en)$/

/** A sentence for each folder with more source files than an eye takes in; tests beside their files are not counted. */
export function crowdedFolders(files: readonly string[]): readonly string[] {
  const sources = files.filter(file => !/\.test\.tsx?$/.test(file))
  return [...Map.groupBy(sources, file => path.posix.dirname(file))]
    .filter(([folder, inside]) => inside.length > MOST_FILES && !LISTS.test(folder))
    .map(([folder, inside]) => `${folder} has ${inside.length} source files, more than ${MOST_FILES}`)
}
