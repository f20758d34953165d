import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { areaNameAt } from './area-paths.ts'
import { AREAS } from './areas.ts'

const SOURCES = import.meta.glob<string>('./**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true })
const SCREENS = import.meta.glob<{ area: { screens: object } }>('./screens/*/area.tsx', { eager: true })

// They come with the refusal or the state that is told, not with the screen.
const LATE: ReadonlySet<string> = new Set(['i18n/problem-message.ts', 'screens/booking/obstacle.tsx'])

const said = Object.entries(AREAS).flatMap(([name, place]) => (place ? [{ name, place }] : []))

test.each(said)('V7: the area $name loads every text that its screens say', ({ name, place }) => {
  const texts: ReadonlySet<string> = new Set(['common', ...place.texts])
  const missing = filesOf(`screens/${name}/area.tsx`).flatMap(file =>
    textAreasIn(file)
      .filter(area => !texts.has(area) && !(['problems', 'reasons'].includes(area) && LATE.has(file)))
      .map(area => `${file} says ${area}`),
  )
  expect(missing).toEqual([])
})

test.each(Object.entries(SCREENS))('%s: its paths are its own', (file, { area }) => {
  const name = file.split('/')[2]
  for (const path of Object.keys(area.screens))
    expect([path, areaNameAt(path.replaceAll(/:\w+/g, 'x'))]).toEqual([path, name])
})

/** A source and all it imports, without types, paths relative to `src/`. */
function filesOf(first: string): readonly string[] {
  const all = new Set([first])
  for (const file of all)
    for (const [, imported = ''] of sourceOf(file).matchAll(
      /^(?:import|\} from)\b(?! type)[^'\n]*'(\.[^']+\.tsx?)'/gm,
    ))
      all.add(posix.join(posix.dirname(file), imported))
  return [...all]
}

function textAreasIn(file: string): readonly string[] {
  const code = sourceOf(file).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  const keys = code.matchAll(/(?<=['"`])([a-z]+)\.[a-z][a-z0-9-]*(?=['"`]|\$\{)|(?<=`)([a-z]+)\.\$\{/g)
  const areas = [...keys].flatMap(([, whole, start]) => whole ?? start ?? [])
  return [...new Set(areas)].filter(area => `./i18n/ja/${area}.ts` in SOURCES)
}

function sourceOf(file: string): string {
  const source = SOURCES[`./${file}`]
  if (source === undefined) throw new Error(`There is no ${file}`)
  return source
}
