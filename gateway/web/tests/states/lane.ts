import type { Language } from '@asaichi/contract/actor.ts'
import type { Page } from 'playwright-core'
import type { Browsing, Size, Visit } from '../browser.ts'
import { sessionOf } from './reader/session-of.ts'
import { type Reading, readingIn } from './reading.ts'
import type { ScreenState } from './state.ts'
import type { StatesBed } from './states-bed.ts'

/** A walker over states, one page at a time, who keeps one browser context per person. */
export type Lane = {
  readonly show: (state: ScreenState, language: Language) => Promise<Showing>
} & AsyncDisposable

/** A state on a page of its own. */
export type Showing = {
  readonly page: Page
  /** Changes the language with the page's own control (R19); where a screen has none, the state is reached anew. */
  readonly speak: (language: Language) => Promise<void>
  /** Console errors, uncaught errors and violations of the policy since it was asked last. */
  readonly newTrouble: () => readonly string[]
} & AsyncDisposable

export function openLane(bed: StatesBed, browsing: Browsing): Lane {
  const visits = new Map<string, Promise<Visit>>()
  const visitAs = async (state: ScreenState) => {
    const cookie = await sessionOf(bed, state)
    const visit = visits.get(cookie ?? '') ?? browsing.visit(cookie === undefined ? {} : { cookie })
    visits.set(cookie ?? '', visit)
    return await visit
  }
  return {
    show: async (state, language) => await showing(await visitAs(state), state, { bed, language }),
    async [Symbol.asyncDispose]() {
      // What troubled a page was told with its state.
      for (const visit of visits.values()) await (await visit).context.close()
    },
  }
}

/** Lends a few lanes to whoever comes, and lets the others wait in turn. */
export function lend(lanes: readonly Lane[]): <V>(use: (lane: Lane) => Promise<V>) => Promise<V> {
  const free = [...lanes]
  const waiting: ((lane: Lane) => void)[] = []
  return async use => {
    const lane = free.pop() ?? (await new Promise<Lane>(resolve => waiting.push(resolve)))
    try {
      return await use(lane)
    } finally {
      const next = waiting.shift()
      if (next) next(lane)
      else free.push(lane)
    }
  }
}

// Two pages, a whole town and other tests share the machine.
const ACTION_MS = 30_000

type Telling = { readonly bed: StatesBed; readonly language: Language }

async function showing(visit: Visit, state: ScreenState, { bed, language }: Telling): Promise<Showing> {
  const page = await visit.context.newPage()
  page.setDefaultTimeout(ACTION_MS)
  let spoken = language
  let told = visit.trouble().length
  const open = async (wanted: Language) => {
    await page.evaluate(emptyStorage, wanted)
    await page.goto(await state.path(bed))
    await settle(page)
    await state.reach?.(page, bed, await reading(wanted))
    await settle(page)
  }
  try {
    // Storage belongs to the origin, and the icon is the cheapest page of it.
    await page.goto('/icon.svg')
    await open(language)
  } catch (error) {
    const where = `${state.name} is not reached in ${language}; the page stands at ${page.url()}`
    const trouble = visit.trouble().slice(told)
    await page.close()
    throw new Error([where, ...trouble, String(error)].join('\n'), { cause: error })
  }
  return {
    page,
    async speak(wanted) {
      if (wanted === spoken) return
      spoken = wanted
      const control = page.getByRole('combobox', { name: /Language/, includeHidden: true })
      if ((await control.count()) === 0) await open(wanted)
      else await control.selectOption(wanted)
      await page.locator(`html[data-language='${wanted}']`).waitFor({ state: 'attached' })
      await settle(page)
    },
    newTrouble() {
      const fresh = visit.trouble().slice(told)
      told = visit.trouble().length
      return fresh
    },
    [Symbol.asyncDispose]: () => page.close(),
  }
}

const readings = new Map<Language, Promise<Reading>>()

function reading(language: Language): Promise<Reading> {
  const known = readings.get(language) ?? readingIn(language)
  readings.set(language, known)
  return known
}

function emptyStorage(language: string): void {
  sessionStorage.clear()
  localStorage.clear()
  localStorage.setItem('language', language)
}

/** Until the page has its heading, nothing is loading any more, and what was decided is drawn. */
async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.locator('.loading').first().waitFor({ state: 'detached' })
  await page.evaluate(
    () =>
      new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)))),
  )
}

export async function resize(page: Page, viewport: Size): Promise<void> {
  const now = page.viewportSize()
  if (now?.width === viewport.width && now.height === viewport.height) return
  await page.setViewportSize(viewport)
  await settle(page)
}
