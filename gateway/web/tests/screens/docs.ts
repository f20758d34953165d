import { readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { DESK, PHONE } from '../browser.ts'
import { isFirstOfScreen } from '../states/lists.ts'
import { SCREENS, type ScreenId, type ScreenState } from '../states/state.ts'
import type { Picture, Shot, Shots } from './pictures.ts'

const MOST_BYTES = 3_000_000
const LANGUAGES = { ja: 'Japanese', 'ja-easy': 'easy Japanese', en: 'English' } as const
/** Besides each screen's first state, the filled ones that the README and the reader look for. */
const ALSO_FILLED: readonly ScreenId[] = ['R6', 'R13', 'R16']

/** Each screen once, on a phone or at the desk as it is used, and the calendar in every language. */
export function docsPictures(states: readonly ScreenState[]): Shots {
  const chosen = states.filter(
    state =>
      isFirstOfScreen(state, states) || ALSO_FILLED.some(screen => state === firstFilled(states, screen)),
  )
  return new Map(chosen.map(state => [state, shotsOf(state, states)]))
}

/** The page that lists the pictures; older ones are removed. */
export async function writeDocs(folder: string, pictures: readonly Picture[]): Promise<void> {
  const total = pictures.reduce((sum, { bytes }) => sum + bytes, 0)
  if (total > MOST_BYTES) throw new Error(`${total} bytes of pictures, and ${MOST_BYTES} at most`)
  const kept = new Set(pictures.map(({ file }) => file))
  const stale = (await readdir(folder)).filter(file => file.endsWith('.webp') && !kept.has(file))
  await Promise.all(stale.map(file => rm(path.join(folder, file))))
  const lines = pictures.map(({ state, shot, file }) => {
    const how = `${LANGUAGES[shot.language]}, ${shot.size.width} px`
    return `- [${state.name}](${file}): ${SCREENS[state.screen].shows} (${how})`
  })
  const page = [
    '# The screens',
    '',
    '`npm run screens -- --docs` takes these anew from a town of its own.',
    '',
  ]
  await writeFile(path.join(folder, 'README.md'), `${[...page, ...lines].join('\n')}\n`)
}

function firstFilled(states: readonly ScreenState[], wanted: ScreenId): ScreenState | undefined {
  return states.find(({ screen, step }) => screen === wanted && step === 'filled')
}

function shotsOf(state: ScreenState, states: readonly ScreenState[]): readonly Shot[] {
  const phone = { size: PHONE, format: 'webp', mostHeight: 1500 } as const
  const desk = { size: DESK, format: 'webp', mostHeight: 1200 } as const
  if (/^(?:T\d|K1)/.test(state.screen)) return [{ language: 'ja', ...desk }]
  if (!isFirstOfScreen(state, states)) return [{ language: 'ja', ...phone }]
  if (state.screen === 'R1')
    return [
      { language: 'ja', ...phone },
      { language: 'ja', ...desk },
    ]
  if (state.screen !== 'R6') return [{ language: 'ja', ...phone }]
  return [
    { language: 'ja', ...phone },
    { language: 'ja', ...desk },
    { language: 'ja-easy', ...phone },
    { language: 'en', ...phone },
  ]
}
