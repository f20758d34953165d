import { localDateOf } from '@asaichi/calendar/instant.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { applyPath, fillApplication, headed, ROOM } from '../booking-steps.ts'
import { openBrowser } from '../browser.ts'
import { bookableDay } from '../days.ts'
import { type Keyboard, keyboardOf } from '../keyboard.ts'
import { approved, permissionApproved, RESIDENT, registered, type Staffed } from '../newcity/resident.ts'
import { readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'

const STAFF = 'staff.mitaka@example.jp'
const JOURNEY_MS = 400_000
const LEAP_MS = 60_000
const text = await readingIn('ja')
const town = await forThisFile(openTown())
const browsing = await forThisFile(openBrowser(town.url))
const stage: Staffed = { town, browsing, text, staff: () => town.session(STAFF) }

test(
  'M2–M29: register, permission, approval, booking, approval, code, door, cancel, all with the keyboard alone',
  async () => {
    const date = bookableDay(localDateOf(await town.now()))
    await using visit = await browsing.visit()
    const hands = handsOn(visit.page)
    await registered({ ...stage, page: visit.page }, 'mitaka')
    await permissionApproved(stage, RESIDENT.name)
    await favouriteKept(hands)
    await booked(hands, date)
    await approved(stage, date)
    await followedInMain(hands, text('common.nav-my'))
    await hands.keyboard.press('link', new RegExp(`${Number(date.slice(8))}日.*10:30`))
    await headed(hands.page, text('own.reservation-title'))
    const code = await codeShown(hands)
    await town.hold(new Date(`${date}T10:45:00.000+09:00`).toISOString())
    await doorOpened(code)
    await cancelled(hands)
    await doorStaysShut(code)
  },
  JOURNEY_MS,
)

type Hands = { readonly page: Page; readonly keyboard: Keyboard }

function handsOn(page: Page): Hands {
  return { page, keyboard: keyboardOf(page) }
}

/** A link of the page itself, where the header has one of the same name. */
async function followedInMain({ page, keyboard }: Hands, name: string): Promise<void> {
  await keyboard.tabTo(page.getByRole('main').getByRole('link', { name }))
  await page.keyboard.press('Enter')
}

/** R5, M28: kept, seen on my page, and taken off again. */
async function favouriteKept({ page, keyboard }: Hands): Promise<void> {
  await page.goto(`/listings/${ROOM}`)
  await keyboard.press('button', text('places.favourite-add'))
  await page.getByText(text('places.favourite-added')).waitFor()
  await page.goto('/my?tab=favourites')
  await page.locator(`a[href*="${ROOM}"]`).waitFor()
  await page.goBack()
  await keyboard.press('button', text('places.favourite-remove'))
  await page.getByText(text('places.favourite-removed')).waitFor()
}

/** R13. */
async function booked({ page, keyboard }: Hands, date: string): Promise<void> {
  await page.goto(applyPath({ date, from: '10:30', to: '12:00' }))
  await headed(page, text('booking.apply-title'))
  await fillApplication(page, keyboard, text)
  await keyboard.press('button', text('press.send'))
  await headed(page, text('receipt.done-title'))
}

/** R16, M26. */
async function codeShown({ page, keyboard }: Hands): Promise<string> {
  await keyboard.press('button', text('reservation.codes-show'))
  const codes = page.getByRole('region', { name: text('reservation.codes') }).getByText(/^\d{6}$/)
  await codes.first().waitFor()
  return await codes.first().innerText()
}

/** L1, M27. */
async function doorOpened(code: string): Promise<void> {
  await using visit = await browsing.visit()
  const { page, keyboard } = handsOn(visit.page)
  await page.goto('/keypad')
  await keyboard.press('button', '1階洋室')
  // The lock learns the leap of the town's clock a moment later.
  await expect
    .poll(async () => await entered({ page, keyboard }, code), { timeout: LEAP_MS })
    .toContain(text('kiosk.opened'))
  await page.getByText(text('kiosk.is-open')).waitFor()
  await keyboard.press('button', text('kiosk.turn-knob'))
  await page.getByText(text('kiosk.is-locked')).waitFor()
}

/** R17, M29: still logged in after the leap of days, for that was asked for (M6); cancelled, and nothing is left to cancel. */
async function cancelled({ page, keyboard }: Hands): Promise<void> {
  await page.reload()
  await headed(page, text('own.reservation-title'))
  await keyboard.press('link', text('own.to-cancel'))
  await headed(page, text('reservation.cancel-title'))
  const before = await town.mailbox.mark()
  await keyboard.press('button', text('reservation.cancel-do'))
  await page.getByText(text('reservation.cancelled-title')).waitFor()
  expect(await page.getByRole('button', { name: text('reservation.cancel-do') }).count()).toBe(0)
  await town.mailbox.waitFor(RESIDENT.mail, /取り消/, before)
}

async function doorStaysShut(code: string): Promise<void> {
  await using visit = await browsing.visit()
  const hands = handsOn(visit.page)
  await hands.page.goto('/keypad')
  await hands.keyboard.press('button', '1階洋室')
  await expect
    .poll(async () => await entered(hands, code), { timeout: LEAP_MS })
    .toContain(text('kiosk.denied-unknown'))
}

/** The square twice, the digits and E; what the door says to it. */
async function entered({ page, keyboard }: Hands, code: string): Promise<string> {
  const keys = page.getByRole('group', { name: text('kiosk.keys') })
  await keyboard.tabTo(keys.getByRole('button', { name: text('kiosk.square') }))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type(`${code}e`)
  const said = page.getByRole('status').filter({ hasText: /開|使え/ })
  await said.first().waitFor()
  return await said.first().innerText()
}
