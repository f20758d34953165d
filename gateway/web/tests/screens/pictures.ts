import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Language } from '@asaichi/contract/actor.ts'
import type { Page } from 'playwright-core'
import { DESK, PHONE, type Size } from '../browser.ts'
import { type Lane, resize } from '../states/lane.ts'
import type { ScreenId, ScreenState } from '../states/state.ts'

/** How a picture of a state is taken. */
export type Shot = {
  readonly language: Language
  readonly size: Size
  readonly format: 'png' | 'webp'
  /** In CSS pixels; without it the whole page. */
  readonly mostHeight?: number
}
/** What to take of which state. */
export type Shots = ReadonlyMap<ScreenState, readonly Shot[]>
export type Picture = {
  readonly state: ScreenState
  readonly shot: Shot
  readonly file: string
  readonly bytes: number
}

const IN_EVERY_LANGUAGE: readonly ScreenId[] = ['R1', 'R6', 'R9', 'R13', 'R15', 'R16']
const WEBP_QUALITY = 60

/** Every state in Japanese at both widths, and the screens that matter most in the other languages too. */
export function allPictures(states: readonly ScreenState[]): Shots {
  const format = 'png'
  const both = (language: Language) => [
    { language, size: PHONE, format } as const,
    { language, size: DESK, format } as const,
  ]
  return new Map(
    states.map(state => {
      const others = IN_EVERY_LANGUAGE.includes(state.screen) ? [...both('ja-easy'), ...both('en')] : []
      return [state, [...both('ja'), ...others]]
    }),
  )
}

type Taking = {
  readonly lane: Lane
  readonly state: ScreenState
  readonly wanted: readonly Shot[]
  readonly folder: string
}

export async function picturesOf({ lane, state, wanted, folder }: Taking): Promise<readonly Picture[]> {
  await using shown = await lane.show(state, wanted[0]?.language ?? 'ja')
  const pictures: Picture[] = []
  for (const shot of wanted) {
    await shown.speak(shot.language)
    const bytes = await photograph(shown.page, shot)
    const file = fileName(state, shot)
    await writeFile(path.join(folder, file), bytes)
    pictures.push({ state, shot, file, bytes: bytes.length })
  }
  return pictures
}

async function photograph(page: Page, { size, format, mostHeight }: Shot): Promise<Buffer> {
  await resize(page, size)
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  const height = Math.min(Math.max(whole, size.height), mostHeight ?? Number.POSITIVE_INFINITY)
  // The window itself grows, for a bar that sticks to its edge would stand in the middle of a longer picture.
  await resize(page, { width: size.width, height })
  await page.evaluate(() => scrollTo(0, 0))
  // Only Chromium's own protocol encodes WebP.
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', {
    format,
    ...(format === 'webp' && { quality: WEBP_QUALITY }),
  })
  await session.detach()
  return Buffer.from(data, 'base64')
}

function fileName({ name }: ScreenState, { language, size, format }: Shot): string {
  const words = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  return `${words.replaceAll(/^-|-$/g, '')}-${language}-${size.width}.${format}`
}
