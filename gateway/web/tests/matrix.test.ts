import type { Language } from '@asaichi/contract/actor.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations } from './axe.ts'
import { DESK, openBrowser, PHONE, type Size } from './browser.ts'
import { reflowProblems } from './reflow.ts'
import { lend, openLane, resize, type Showing } from './states/lane.ts'
import { allScreenStates, isFirstOfScreen } from './states/lists.ts'
import { SCREENS, type ScreenState } from './states/state.ts'
import { startStatesBed } from './states/states-bed.ts'

/** One way to look at a state; what is wrong with it is kept by its name, `ja · 390`. */
type Look = { readonly language: Language; readonly size: Size; readonly name: string }
type Found = ReadonlyMap<string, readonly string[]>

const isFull = process.env['AXE_MATRIX'] === 'full'
// Two pages, because one of them is always waiting for the town; the next states are on their way while one is judged.
const LANES = 2
const AHEAD = 3
const STATE_MS = 120_000

const states = await allScreenStates()
const walks = new Map<ScreenState, Promise<Found>>()
const stack = new AsyncDisposableStack()
let inLane: ReturnType<typeof lend>
beforeAll(async () => {
  const bed = stack.use(await startStatesBed())
  const browsing = stack.use(await openBrowser(bed.town.url))
  inLane = lend(Array.from({ length: LANES }, () => stack.use(openLane(bed, browsing))))
}, 180_000)
afterAll(() => stack.disposeAsync(), 60_000)

describe.each(states)('$name', state => {
  test.each(looksAt(state))(
    '$name: no violations',
    async look => {
      const found = await walked(state)
      expect(found.get(look.name)?.join('\n\n')).toBe('')
    },
    STATE_MS,
  )
})

describe('the lists of states', () => {
  test.each(Object.entries(SCREENS))('have %s, and a form filled and with errors', (screen, about) => {
    const steps = states.filter(state => state.screen === screen).map(({ step }) => step)
    expect(steps).toContain('initial')
    if ('form' in about) expect(steps).toEqual(expect.arrayContaining(['filled', 'error']))
  })

  test('name every state once, and its screen first', () => {
    const names = states.map(({ name }) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    expect(states.filter(({ name, screen }) => !name.startsWith(`${screen} `))).toEqual([])
  })
})

/** In the order they are taken: the language changes on the page, the window's size within a language. */
function looksAt(state: ScreenState): readonly Look[] {
  if (isFull)
    return [...looks('ja', PHONE, DESK), ...looks('ja-easy', PHONE, DESK), ...looks('en', PHONE, DESK)]
  const others = isFirstOfScreen(state, states) ? [...looks('ja-easy', PHONE), ...looks('en', PHONE)] : []
  return [...looks('ja', PHONE), ...others]
}

function looks(language: Language, ...sizes: readonly Size[]): readonly Look[] {
  return sizes.map(size => ({ language, size, name: `${language} · ${size.width}` }))
}

function walked(state: ScreenState): Promise<Found> {
  const index = states.indexOf(state)
  for (const soon of states.slice(index, index + AHEAD)) {
    if (walks.has(soon)) continue
    const walk = walkOver(soon)
    walks.set(soon, walk)
    // Told by the state's own test, which may not have begun yet.
    walk.catch(() => undefined)
  }
  return walks.get(state) ?? walkOver(state)
}

function walkOver(state: ScreenState): Promise<Found> {
  return inLane(async lane => {
    const found = new Map<string, readonly string[]>()
    await using shown = await lane.show(state, 'ja')
    for (const look of looksAt(state)) found.set(look.name, await problemsAt(shown, look))
    return found
  })
}

async function problemsAt(shown: Showing, { language, size }: Look): Promise<readonly string[]> {
  const { page } = shown
  await resize(page, size)
  await shown.speak(language)
  const violations = await axeViolations(page)
  const sideways = size === PHONE ? await reflowProblems(page) : []
  return [...violations, ...sideways, ...shown.newTrouble()]
}
