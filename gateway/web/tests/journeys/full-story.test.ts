import { localDateOf } from '@asaichi/calendar/instant.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { fillRegistration, type Typed, typeCode, typePassword } from '../account-steps.ts'
import { applyPath, fillApplication, headed, nameOf, ROOM } from '../booking-steps.ts'
import { DESK, openBrowser } from '../browser.ts'
import { bookableDay } from '../days.ts'
import { type Keyboard, keyboardOf } from '../keyboard.ts'
import { readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'

const STAFF = 'staff.mitaka@example.jp'
const JOURNEY_MS = 400_000
const LEAP_MS = 60_000
const PERSON: Typed = {
  name: '三鷹 太郎',
  kana: 'みたか たろう',
  birth: { era: 'showa', year: '２６', month: '4', day: '18' },
  mail: 'mitaka.taro@example.jp',
  password: 'asagohan-to-misoshiru',
}

const text = await readingIn('ja')
const town = await forThisFile(openTown())
const browsing = await forThisFile(openBrowser(town.url))

test(
  'M2–M29: register, permission, approval, booking, approval, code, door, cancel, all with the keyboard alone',
  async () => {
    const date = bookableDay(localDateOf(await town.now()))
    await using visit = await browsing.visit()
    const hands = handsOn(visit.page)
    await registered(hands)
    await permissionApproved()
    await favouriteKept(hands)
    await booked(hands, date)
    await bookingApproved(date)
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

/** R8, R9, R11. */
async function registered({ page, keyboard }: Hands): Promise<void> {
  await page.goto('/cities/mitaka')
  await keyboard.press('link', text('public.home-first'))
  await headed(page, text('account.register-title'))
  await fillRegistration(keyboard, text, PERSON)
  await headed(page, text('account.register-confirm-title'))
  const before = await town.mailbox.mark()
  await keyboard.press('button', text('account.register-send'))
  await headed(page, text('account.register-sent-title'))
  const letter = await town.mailbox.waitFor(PERSON.mail, /\/confirm\S*#token=\S+/, before)
  await page.goto(/\S+\/confirm\S*#token=\S+/.exec(letter.text)?.[0] ?? '')
  await keyboard.press('button', text('account.confirm-press'))
  await headed(page, text('account.confirmed-title'))
  await keyboard.press('link', text('account.login-and-apply'))
  await loggedIn({ page, keyboard })
  await headed(page, text('member.permission-title'))
  await keyboard.press('button', text('member.permission-apply'))
  await page.getByText(text('states.permission-applied-next')).waitFor()
}

async function loggedIn({ page, keyboard }: Hands): Promise<void> {
  const before = await town.mailbox.mark()
  await typePassword(keyboard, text, { page, who: PERSON.mail, password: PERSON.password })
  await headed(page, text('account.code-title'))
  const { code } = await town.mailbox.loginCode(PERSON.mail, before)
  await typeCode(keyboard, text, code)
}

/** T2, M7. */
async function permissionApproved(): Promise<void> {
  await using visit = await browsing.visit({ cookie: await town.session(STAFF), viewport: DESK })
  const { page, keyboard } = handsOn(visit.page)
  await page.goto('/staff/people')
  await keyboard.press('button', PERSON.name)
  await page.getByRole('heading', { name: PERSON.name }).waitFor()
  await keyboard.choose(nameOf(text('staff.contact-by')), text('staff.by-phone'))
  await keyboard.choose(nameOf(text('staff.contact-outcome')), text('staff.outcome-confirmed'))
  await keyboard.press('button', text('staff.contact-save'))
  const approve = page.getByRole('button', { name: text('staff.approve'), exact: true })
  await expect.poll(() => approve.getAttribute('aria-disabled')).toBe(null)
  await keyboard.tabTo(approve)
  await page.keyboard.press('Enter')
  await told(page, text('staff.person-approved', { name: PERSON.name }))
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

/** T3, M26. */
async function bookingApproved(date: string): Promise<void> {
  await using visit = await browsing.visit({ cookie: await town.session(STAFF), viewport: DESK })
  const { page } = visit
  const since = await town.mailbox.mark()
  await page.goto(`/staff/applications?from=${date}&to=${date}`)
  await page.getByRole('button', { name: '読書会' }).first().waitFor()
  await page.keyboard.press('j')
  await page.getByText(text('staff.mail-approved-holds')).waitFor()
  await page.keyboard.press('a')
  await page
    .getByRole('status')
    .filter({ hasText: /「読書会」を承認しました/ })
    // It waits ten seconds in which it can be taken back.
    .waitFor({ timeout: 20_000 })
  await town.mailbox.waitFor(PERSON.mail, /予約が確定しました/, since)
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
  await town.mailbox.waitFor(PERSON.mail, /取り消/, before)
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

async function told(page: Page, words: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: words }).waitFor()
}
