import { instantAt } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import { DrawBundle } from '@asaichi/contract/lottery/draw-bundle.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { applyPath, fillApplication, headed, nameOf, ROOM } from '../booking-steps.ts'
import { DESK, openBrowser } from '../browser.ts'
import { keyboardOf } from '../keyboard.ts'
import { swapped } from '../states/draws/drawn-round.ts'
import { readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'

const MINAMI = 'minami@example.jp'
const HARUKA = 'haruka@example.jp'
const ADMIN = 'admin.mitaka@example.jp'
const JOURNEY_MS = 300_000
const LEAP_MS = 150_000
// M17: the last day that entries are taken for this use date; its draw is the next morning.
const DAYS_AHEAD = 29
const today = ORDINARY_DAY

const text = await readingIn('ja')
const town = await forThisFile(openTown({ now: instantAt(today, '12:00') }))
const browsing = await forThisFile(openBrowser(town.url))

test(
  'M19, M20, V1: two enter for one time, the clock is moved to 07:00, one wins, and both are told why',
  async () => {
    const date = addDays(today, DAYS_AHEAD)
    const entryIds = [await enteredBy(MINAMI, date), await enteredBy(HARUKA, date)]
    await seenBeforeTheDraw(date)
    await movedToSeven()
    const outcomes = [
      await seenAfterTheDraw(MINAMI, entryIds[0] ?? ''),
      await seenAfterTheDraw(HARUKA, entryIds[1] ?? ''),
    ]
    expect(outcomes.toSorted()).toEqual(['lost', 'won'])
    await anyoneReadsTheRecord(date)
  },
  JOURNEY_MS,
)

/** R12 by keyboard; answers the entry's id. */
async function enteredBy(mail: string, date: string): Promise<string> {
  await using visit = await visitOf(mail)
  const { page } = visit
  const keyboard = keyboardOf(page)
  await page.goto(applyPath({ date, from: '13:00', to: '15:00' }))
  await headed(page, text('booking.lottery-title'))
  await fillApplication(page, keyboard, text)
  await keyboard.press('button', text('press.send-lottery'))
  await headed(page, text('receipt.done-lottery-title'))
  return new URL(page.url()).searchParams.get('entry') ?? ''
}

async function seenBeforeTheDraw(date: string): Promise<void> {
  await using visit = await visitOf(MINAMI)
  const { page } = visit
  const keyboard = keyboardOf(page)
  await page.goto('/my')
  await keyboard.press('button', new RegExp(`^${text('mine.tab-draws')}`))
  await keyboard.press('link', new RegExp(`${Number(date.slice(8))}日.*13:00`))
  await headed(page, text('lottery.entry-title'))
  await page.getByText(text('states.entry-entered-next')).waitFor()
  await page.getByText(text('lottery.wish-count', { count: 2 })).waitFor()
  await page.getByRole('link', { name: text('lottery.to-withdraw') }).waitFor()
}

/** The demo's clock, moved by its admin (M18). */
async function movedToSeven(): Promise<void> {
  await using visit = await visitOf(ADMIN)
  const { page } = visit
  const keyboard = keyboardOf(page)
  await page.goto('/demo/clock')
  await keyboard.press('button', text('kiosk.demo-next-seven'))
  await keyboard.press('button', text('kiosk.demo-move-do'))
  await page.getByText(text('kiosk.demo-moved')).waitFor({ timeout: LEAP_MS })
}

async function seenAfterTheDraw(mail: string, entryId: string): Promise<'won' | 'lost'> {
  await using visit = await visitOf(mail)
  const { page } = visit
  const keyboard = keyboardOf(page)
  await page.goto(`/entries/${entryId}`)
  await headed(page, text('lottery.entry-title'))
  await page.getByText(/抽選の順番：2件の中で[12]番目/).waitFor()
  await keyboard.tabTo(page.getByText(text('verify.how-to-check')))
  await page.keyboard.press('Enter')
  await page.getByText(text('verify.check-text')).waitFor()
  const outcome = await outcomeOf(page)
  if (outcome === 'won') {
    await keyboard.press('link', text('own.see-booking'))
    await headed(page, text('own.reservation-title'))
    await page.getByText(text('states.reservation-pending-next')).waitFor()
  } else {
    await page.getByText(text('verify.verdict-taken')).waitFor()
    await keyboard.press('link', /15:00～/)
    await page.waitForURL(`**/listings/${ROOM}/availability?*`)
  }
  return outcome
}

async function outcomeOf(page: Page): Promise<'won' | 'lost'> {
  const won = page.getByRole('heading', { name: text('lottery.won-booking') })
  const lost = page.getByRole('heading', { name: text('lottery.gaps') })
  await won.or(lost).first().waitFor()
  return (await won.isVisible()) ? 'won' : 'lost'
}

async function anyoneReadsTheRecord(date: string): Promise<void> {
  await using visit = await browsing.visit({ viewport: DESK })
  const { page } = visit
  const keyboard = keyboardOf(page)
  await page.goto(`/rounds/mitaka/${date}`)
  await page.getByText(text('lottery.round-published'), { exact: true }).waitFor()
  await keyboard.press('button', text('lottery.check-figures'))
  await page.getByText(nameOf(text('lottery.check-winners'))).waitFor()
  await page.getByText(text('lottery.check-digest')).waitFor()
  await keyboard.press('link', text('lottery.check-here'))
  await checkedOnThePage(page)
  await keyboard.press('link', text('lottery.check-back'))
  await headed(page, text('lottery.round-title'))
}

/** The page draws again, believes a sound record, and names what was changed in another. */
async function checkedOnThePage(page: Page): Promise<void> {
  const keyboard = keyboardOf(page)
  await keyboard.press('button', text('verify.start'))
  // The demo's beacon is the town's own, which a verifier must say.
  await page.getByText(text('verify.holds-but')).waitFor()
  await page.getByText(text('verify.step-results-ok')).waitFor()
  await page.route('**/api/rounds/*/bundle', async route => {
    const record = DrawBundle.parse(await (await route.fetch()).json())
    await route.fulfill({ json: swapped(record) })
  })
  await keyboard.press('button', text('verify.start'))
  await page.getByText(text('verify.step-results-failed')).waitFor()
  await page.getByText(text('verify.step-root-ok')).waitFor()
  await page.getByText(text('verify.fails-text', { what: text('verify.step-results') })).waitFor()
}

/** A session ends after hours of the town's time, so each visit asks for one that is good. */
async function visitOf(mail: string) {
  await town.visitor(mail).get('/api/me')
  return await browsing.visit({ cookie: await town.session(mail) })
}
