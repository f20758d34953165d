import type { Source } from './repository.ts'

const TEXTS = /^gateway\/web\/src\/i18n\/ja\/(\w[\w-]*)(?:\/[\w-]+)?\.ts$/
const SAYING = /^gateway\/web\/src\/(?!i18n\/(?:ja|ja-easy|en)\/).*(?<!\.test)\.tsx?$/
// Held elsewhere: a problem's and a reason's by the codes of the API and the contract (libs/wording), a state's by `allStates` (`catalogues.test.ts`).
const OF_CODES: ReadonlySet<string> = new Set(['problems', 'reasons', 'states'])

/** V7: a sentence for each text of the screens, by its key `area.name`, that no screen says any more. */
export function unusedTexts(sources: readonly Source[]): readonly string[] {
  const said = sources
    .filter(({ path }) => SAYING.test(path))
    .flatMap(({ text }) => saidIn(text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/g, '')))
  const literals = new Set(said.filter(each => !each.includes('${')))
  const templates = said
    .filter(each => each.includes('${'))
    .map(each => new RegExp(`^${each.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '.*')}$`))
  return sources
    .flatMap(keysOf)
    .filter(key => !literals.has(key) && !templates.some(template => template.test(key)))
    .map(key => `no screen says the text ${key}`)
}

function keysOf({ path, text }: Source): readonly string[] {
  const area = TEXTS.exec(path)?.[1]
  if (area === undefined || OF_CODES.has(area)) return []
  return [...text.matchAll(/^ {2}(?:'([\w-]+)'|(\w+)):/gm)].map(
    ([, quoted, plain]) => `${area}.${quoted ?? plain ?? ''}`,
  )
}

function saidIn(code: string): readonly string[] {
  const strings = [...code.matchAll(/'([\w.-]+)'|"([\w.-]+)"|`([a-z-]+\.[\w-][^`]*)`/g)].map(
    ([, single, double, template]) => single ?? double ?? template ?? '',
  )
  // What reads a file of texts itself says its texts by name alone.
  const areas = [...code.matchAll(/i18n\/ja\/([\w-]+)\.ts'/g)].map(([, area]) => area)
  return [...strings, ...areas.flatMap(area => strings.map(name => `${area}.${name}`))]
}
