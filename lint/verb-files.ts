import type { Source } from './repository.ts'

const REQUEST = /^export const (\w+) = request\(\s*'(\w+)\.call\./gm

/**
 * A sentence for each request of the contract whose word does not lead to its verb: `getEntry` of lottery is answered by
 * `getEntry` of `services/lottery/src/verbs/get-entry.ts`. The town's own requests are answered by its clock.
 */
export function missingVerbs(sources: readonly Source[]): readonly string[] {
  const texts = new Map(sources.map(({ path, text }) => [path, text]))
  return requestsOf(sources)
    .filter(({ service }) => service !== 'town')
    .map(({ name, service }) => ({ name, file: `services/${service}/src/verbs/${kebab(name)}.ts` }))
    .filter(({ name, file }) => !exportsFunction(texts.get(file), name))
    .map(({ name, file }) => `the request ${name} is not answered by a function of its name in ${file}`)
}

function requestsOf(sources: readonly Source[]) {
  return sources
    .filter(({ path }) => path.startsWith('libs/contract/src/'))
    .flatMap(({ text }) => [...text.matchAll(REQUEST)])
    .map(([, name = '', service = '']) => ({ name, service }))
}

function exportsFunction(text: string | undefined, name: string): boolean {
  return text !== undefined && new RegExp(`^export (async )?function ${name}\\b`, 'm').test(text)
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
}
