import { expect, test } from 'vitest'

type Texts = Readonly<Record<string, string>>
const ja = import.meta.glob<Texts>('./ja/*.ts', { import: 'texts', eager: true })
const SOURCES = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.ts', '!./{ja,ja-easy,en}/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

// Held elsewhere: a problem's and a reason's by the codes of the API and the contract (libs/wording), a state's by `allStates` (`catalogues.test.ts`).
const OF_CODES: ReadonlySet<string> = new Set(['problems', 'reasons', 'states'])

test('V7: every text is said somewhere', () => {
  const keys = Object.entries(ja).flatMap(([file, texts]) => {
    const area = file.slice('./ja/'.length, -'.ts'.length)
    return OF_CODES.has(area) ? [] : Object.keys(texts).map(name => `${area}.${name}`)
  })
  expect(unusedTexts(keys, Object.values(SOURCES))).toEqual([])
})

test('a text that nothing says any more is found', () => {
  const said = [
    "say('mine.title')",
    'k={`mine.state-${it}`} k={`mine.${any}`}',
    '// k="mine.only-in-a-comment"',
  ]
  const keys = ['mine.title', 'mine.state-won', 'mine.only-in-a-comment', 'mine.gone']
  expect(unusedTexts(keys, said)).toEqual(['mine.only-in-a-comment', 'mine.gone'])
})

test('what reads a file of texts itself says its texts by name alone', () => {
  const paper =
    "import type { texts } from '../../i18n/ja/kiosk.ts'\nconst first: keyof typeof texts = 'open-lit'"
  expect(unusedTexts(['kiosk.open-lit', 'kiosk.gone'], [paper])).toEqual(['kiosk.gone'])
})

/** Keys (`area.name`) that no source has as a literal, or as a template that names more than the area. */
function unusedTexts(keys: readonly string[], sources: readonly string[]): readonly string[] {
  const said = sources.flatMap(source => saidIn(source.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/g, '')))
  const literals = new Set(said.filter(each => !each.includes('${')))
  const templates = said
    .filter(each => each.includes('${'))
    .map(each => new RegExp(`^${each.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '.*')}$`))
  return keys.filter(key => !literals.has(key) && !templates.some(template => template.test(key)))
}

function saidIn(code: string): readonly string[] {
  const strings = [...code.matchAll(/'([\w.-]+)'|"([\w.-]+)"|`([a-z]+\.[\w-][^`]*)`/g)].map(
    ([, single, double, template]) => single ?? double ?? template ?? '',
  )
  const areas = [...code.matchAll(/i18n\/ja\/([\w-]+)\.ts'/g)].map(([, area]) => area)
  return [...strings, ...areas.flatMap(area => strings.map(name => `${area}.${name}`))]
}
