import { instantAt } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import type { Language } from '@asaichi/contract/actor.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { inokashiraTobu } from '@asaichi/town/demo/mitaka.ts'
import { usualDayFrom } from '@asaichi/town/demo/year-end.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { applyPath, fillApplication, headed, nameOf, ROOM } from '../booking-steps.ts'
import { openBrowser } from '../browser.ts'
import { keyboardOf } from '../keyboard.ts'
import { type Reading, readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'

const MINAMI = 'minami@example.jp'
const HARUKA = 'haruka@example.jp'
// The browser learns of a leap of the town's clock when it asks for the time again.
const LEAP_MS = 60_000
const JOURNEY_MS = 150_000

const today = ORDINARY_DAY
const town = await forThisFile(openTown({ now: instantAt(today, '06:00') }))
const browsing = await forThisFile(openBrowser(town.url))

async function visitOf(mail: string) {
  return await browsing.visit({ cookie: await town.session(mail) })
}

test(
  'M22–M25, V2: a resident books from the calendar to the receipt with the keyboard alone',
  async () => {
    const text = await readingIn('ja')
    const date = usualDayFrom(addDays(today, 14))
    await using visit = await visitOf(MINAMI)
    const { page } = visit
    const keyboard = keyboardOf(page)
    await page.goto(`/listings/${ROOM}/availability?month=${date.slice(0, 7)}`)
    await keyboard.press('button', new RegExp(`^${Number(date.slice(8))} .*${text('calendar.day-free')}`))
    await keyboard.select(text('common.range-from'), '13:00')
    await keyboard.select(text('common.range-to'), '15:00')
    await page.getByRole('status').filter({ hasText: '13:00～15:00' }).waitFor()
    await keyboard.press('link', text('availability.next-first-come'))
    await headed(page, text('booking.apply-title'))
    await keyboard.press('button', text('booking.to-confirm'))
    await page
      .getByRole('alert')
      .getByRole('link', { name: text('booking.error-event-name') })
      .waitFor()
    await fillApplication(page, keyboard, text)
    await page.getByText('12人').waitFor()
    await keyboard.press('button', text('press.send'))
    await headed(page, text('receipt.done-title'))
    await page.getByText(text('states.reservation-pending-next')).waitFor()
    await keyboard.press('link', text('booking.see-receipt'))
    await page.getByText(text('receipt.receipt-accepted')).waitFor()
    await page.getByText(text('receipt.turn', { turn: 1 })).waitFor()
    await backToTheForm(page, text)
  },
  JOURNEY_MS,
)

test(
  'M18, M21, V2: at 07:00 the button opens by itself, one of two gets the room, the other the nearest times',
  async () => {
    const text = await readingIn('ja')
    // Entries for this date ended yesterday, and first-come opens today at 07:00.
    const date = addDays(today, 28)
    await using first = await visitOf(MINAMI)
    await using second = await visitOf(HARUKA)
    const pages = [first.page, second.page]
    for (const page of pages) {
      await page.goto(applyPath({ date, from: '13:00', to: '15:00' }))
      await fillApplication(page, keyboardOf(page), text)
      const send = page.getByRole('button', { name: text('press.send') })
      await expect.poll(() => send.getAttribute('aria-disabled')).toBe('true')
      await page.getByRole('timer').waitFor()
    }
    await town.hold(instantAt(today, '07:00'))
    for (const page of pages) {
      const send = page.getByRole('button', { name: text('press.send') })
      await expect.poll(() => send.getAttribute('aria-disabled'), { timeout: LEAP_MS }).toBe(null)
    }
    await Promise.all(pages.map(page => keyboardOf(page).press('button', text('press.send'))))
    const wins = await Promise.all(pages.map(page => hasWon(page, text)))
    expect(wins.filter(Boolean)).toHaveLength(1)
    const loser = pages[wins.indexOf(false)] ?? first.page
    const keyboard = keyboardOf(loser)
    const nearest = loser.getByRole('region', { name: text('press.nearest-title') })
    await keyboard.tabTo(nearest.getByRole('link').first())
    await loser.keyboard.press('Enter')
    await loser.getByText('みたか読書の会。毎月の読書会のため。').waitFor()
    await keyboard.press('button', text('press.send'))
    await headed(loser, text('receipt.done-title'))
  },
  JOURNEY_MS,
)

test(
  'M17, M19: a resident enters the lottery and reads when it is drawn',
  async () => {
    const text = await readingIn('ja')
    await using visit = await visitOf(MINAMI)
    const { page } = visit
    const keyboard = keyboardOf(page)
    await page.goto(applyPath({ date: addDays(today, 33), from: '13:00', to: '15:00' }))
    await headed(page, text('booking.lottery-title'))
    await page.getByText(text('press.lottery-not-first')).waitFor()
    await fillApplication(page, keyboard, text)
    await keyboard.press('button', text('press.send-lottery'))
    await headed(page, text('receipt.done-lottery-title'))
    await page.getByText(text('states.entry-entered-next')).waitFor()
    await page.getByText(text('booking.lottery-draw')).waitFor()
  },
  JOURNEY_MS,
)

test(
  'M24, V2: a busy town and a lost answer are asked again by the page, under the same key, and book once',
  async () => {
    const text = await readingIn('ja')
    const date = usualDayFrom(addDays(today, 17))
    await using visit = await visitOf(HARUKA)
    const { page } = visit
    const keyboard = keyboardOf(page)
    const keys: (string | undefined)[] = []
    await page.route('**/api/reservations', async route => {
      keys.push(route.request().headers()['idempotency-key'])
      if (keys.length > 2) return await route.continue()
      // The second reaches the town, and only its answer is lost.
      if (keys.length === 2) await route.fetch()
      return await route.fulfill({ status: 503, headers: { 'retry-after': '1' }, body: '' })
    })
    await page.goto(applyPath({ date, from: '13:00', to: '15:00' }))
    await fillApplication(page, keyboard, text)
    await keyboard.press('button', text('press.send'))
    await page.getByText(text('press.retry-safe')).waitFor()
    await headed(page, text('receipt.done-title'))
    await keyboard.press('link', text('booking.see-receipt'))
    await page.getByText(text('receipt.turn', { turn: 1 })).waitFor()
    expect(keys).toEqual([keys[0], keys[0], keys[0]])
  },
  JOURNEY_MS,
)

test.each<readonly [Exclude<Language, 'ja'>, string, number]>([
  ['en', 'English', 15],
  ['ja-easy', 'やさしい日本語', 16],
])(
  'V7: the whole booking in %s, the names of hall and room too',
  async (language, name, days) => {
    const text = await readingIn(language)
    const [hall, room] = [namesOf(inokashiraTobu)[language], namesOf(inokashiraTobu.spaces[0])[language]]
    const date = usualDayFrom(addDays(today, days))
    await using visit = await visitOf(HARUKA)
    const { page } = visit
    const keyboard = keyboardOf(page)
    await page.goto(`/listings/${ROOM}/availability?date=${date}`)
    await keyboard.select(/Language/, name)
    await headed(page, text('availability.availability-title'))
    await page.locator('p').getByText(hall, { exact: true }).waitFor()
    const title = page.locator('p').getByText(room, { exact: true })
    await title.waitFor()
    expect(await title.getAttribute('lang')).toBe(language === 'en' ? 'en' : 'ja')
    await keyboard.select(nameOf(text('common.range-from')), '17:00')
    await keyboard.press('link', nameOf(text('availability.next-first-come')))
    await headed(page, text('booking.apply-title'))
    await fillApplication(page, keyboard, text)
    await page
      .getByRole('definition')
      .filter({ hasText: `${hall} ${room}` })
      .waitFor()
    await keyboard.press('button', nameOf(text('press.send')))
    await headed(page, text('receipt.done-title'))
    await page
      .getByText(nameOf(text('states.reservation-pending-next')))
      .first()
      .waitFor()
    await page
      .getByRole('definition')
      .filter({ hasText: `${hall} ${room}` })
      .waitFor()
    await page.goto('/my?tab=pending')
    await page
      .getByRole('listitem')
      .filter({ hasText: `${hall} ${room}` })
      .first()
      .waitFor()
  },
  JOURNEY_MS,
)

test(
  'V7: an entry, which names its room alone, is read in English too',
  async () => {
    await using visit = await visitOf(MINAMI)
    const { page } = visit
    await page.goto('/my?tab=draws')
    await keyboardOf(page).select(/Language/, 'English')
    const place = 'Inokashira Tobu Community Hall Western-style room (1F)'
    await page.getByRole('listitem').filter({ hasText: place }).first().waitFor()
  },
  JOURNEY_MS,
)

test(
  'V7: for a reader of Japanese the names of a record are asked of nobody',
  async () => {
    await using visit = await visitOf(HARUKA)
    const { page } = visit
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    await page.goto('/my?tab=pending')
    await page
      .getByRole('listitem')
      .filter({ hasText: `${inokashiraTobu.name} 1階洋室` })
      .first()
      .waitFor()
    await page.waitForLoadState('networkidle')
    expect(asked.filter(url => /api\/(venues|listings)\/|translated-place/.test(url))).toEqual([])
  },
  JOURNEY_MS,
)

/** the way back meets what was received, never an empty form. */
async function backToTheForm(page: Page, text: Reading): Promise<void> {
  await page.goBack()
  await headed(page, text('receipt.done-title'))
  await page.goBack()
  await headed(page, text('booking.apply-title'))
  await page.getByText(text('press.already-title')).waitFor()
  expect(await page.getByLabel(text('booking.event-name')).count()).toBe(0)
  await page.getByRole('link', { name: text('press.already-see') }).click()
  await headed(page, text('receipt.done-title'))
}

function namesOf(of: Pick<Venue, 'name' | 'translations'> | undefined) {
  const names = of?.translations
  return { en: names?.en?.name ?? 'no name', 'ja-easy': names?.['ja-easy']?.name ?? 'no name' }
}

async function hasWon(page: Page, text: Reading): Promise<boolean> {
  const won = page.getByRole('heading', { level: 1, name: text('receipt.done-title') })
  const lost = page.getByRole('heading', { name: text('press.nearest-title') })
  await won.or(lost).waitFor()
  return await won.isVisible()
}
