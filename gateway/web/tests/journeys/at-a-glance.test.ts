import { instantAt } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { usualDayFrom } from '@asaichi/town/demo/year-end.ts'
import type { Request } from 'playwright-core'
import { expect, test } from 'vitest'
import { applyPath, fillApplication, headed, nameOf, ROOM } from '../booking-steps.ts'
import { openBrowser } from '../browser.ts'
import { keyboardOf } from '../keyboard.ts'
import { applied } from '../staff-steps.ts'
import { readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'

const MINAMI = 'minami@example.jp'
const HARUKA = 'haruka@example.jp'
const STAFF = 'staff.mitaka@example.jp'
const ADMIN = 'admin.mitaka@example.jp'
const JOURNEY_MS = 150_000
const URGENT = '台風のため、あすは全館休館します'

const town = await forThisFile(openTown({ now: instantAt(ORDINARY_DAY, '09:00') }))
const browsing = await forThisFile(openBrowser(town.url))

test(
  'M28, V4: My page opens with the list that holds something, and leads to the account, as the header does',
  async () => {
    const text = await readingIn('ja')
    const date = usualDayFrom(addDays(ORDINARY_DAY, 15))
    await applied(town, { mail: HARUKA, eventName: '朝の読書会', date, from: '13:00', to: '15:00' })
    await using visit = await browsing.visit({ cookie: await town.session(HARUKA) })
    const { page } = visit
    await page.goto('/my')
    await page.getByText('13:00～15:00').waitFor()
    const pressed = page.getByRole('button', { pressed: true })
    await expect.poll(() => pressed.innerText()).toContain(text('mine.tab-pending'))
    await page.getByRole('link', { name: text('mine.to-account') }).click()
    await headed(page, text('member.account-title'))
    await page.goto('/help')
    await page.getByRole('banner').getByRole('link', { name: /さん$/ }).click()
    await headed(page, text('member.account-title'))
  },
  JOURNEY_MS,
)

test(
  'R19: of two languages chosen at once the later one is shown, also when its texts were here first',
  async () => {
    await using visit = await browsing.visit()
    const { page } = visit
    const choice = page.getByLabel(/Language/)
    await page.goto('/help')
    await choice.selectOption('en')
    await headed(page, (await readingIn('en'))('help.help-title'))
    const late: Request[] = []
    const { promise: letThrough, resolve: open } = Promise.withResolvers<void>()
    await page.route('**/*.js', async route => {
      late.push(route.request())
      await letThrough
      await route.continue()
    })
    await choice.selectOption('ja-easy')
    await expect.poll(() => late.length).toBeGreaterThan(0)
    await choice.selectOption('en')
    open()
    await Promise.all(late.map(async request => (await request.response())?.finished()))
    // What the late texts would do is done before a timer of the page.
    await page.evaluate(() => new Promise(resolve => setTimeout(resolve)))
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['language'])).toBe('en')
    expect(await choice.inputValue()).toBe('en')
  },
  JOURNEY_MS,
)

test(
  'S1: before it is known who reads, the page neither says that nobody is logged in nor asks for a city',
  async () => {
    const text = await readingIn('ja')
    await using visit = await browsing.visit({ cookie: await town.session(MINAMI) })
    const { page } = visit
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
    await page.route('**/api/session', async route => {
      await answered
      await route.continue()
    })
    const cities = page.waitForResponse('**/api/cities')
    await page.goto('/notices')
    await (await cities).finished()
    await page.getByText(text('common.loading')).waitFor()
    expect(await page.getByText(text('common.not-logged-in')).count()).toBe(0)
    expect(await page.getByText(text('common.no-city-title')).count()).toBe(0)
    answer()
    await page.getByText(text('common.logged-in-as', { name: '朝日 みなみ' })).waitFor()
    expect(await page.getByText(text('common.no-city-title')).count()).toBe(0)
  },
  JOURNEY_MS,
)

test(
  'G5, R13: who has lost a time is offered word when it is free again, on the form and on the receipt',
  async () => {
    const text = await readingIn('ja')
    const date = usualDayFrom(addDays(ORDINARY_DAY, 16))
    await using visit = await browsing.visit({ cookie: await town.session(HARUKA) })
    const { page } = visit
    await page.goto(applyPath({ date, from: '13:00', to: '15:00' }))
    await fillApplication(page, keyboardOf(page), text)
    const calendar = `/api/listings/${ROOM}/availability?month=${date.slice(0, 7)}`
    const before = await (await page.request.get(calendar)).json()
    await page.route(`**${calendar}`, route => route.fulfill({ json: before }))
    await applied(town, { mail: MINAMI, eventName: '囲碁の会', date, from: '13:00', to: '15:00' })
    await keyboardOf(page).press('button', text('press.send'))
    const ask = page.getByRole('button', { name: text('availability.watch-send') })
    const receipt = page.getByRole('link', { name: text('booking.see-receipt') })
    await ask.waitFor()
    // R14: what comes later stands below, or it would push the link from under a finger.
    expect((await receipt.boundingBox())?.y).toBeLessThan((await ask.boundingBox())?.y ?? 0)
    // The calendar has not heard of the other booking, and the time that was lost is not offered again all the same.
    const nearest = page.getByRole('region', { name: text('press.nearest-title') })
    await expect.poll(() => nearest.getByRole('link', { name: '15:00～17:00' }).count()).toBeGreaterThan(0)
    await receipt.click()
    await headed(page, text('receipt.receipt-title'))
    await ask.click()
    await page.getByRole('alert', { name: nameOf(text('availability.watch-done-title')) }).waitFor()
  },
  JOURNEY_MS,
)

test(
  'S2, T8: an urgent notice stands on top of every page, and leads to itself',
  async () => {
    const text = await readingIn('ja')
    const answer = await town.visitor(STAFF).post('/api/staff/notices', {
      venueId: null,
      date: ORDINARY_DAY,
      title: URGENT,
      body: 'お気をつけください。',
      urgent: true,
    })
    expect(answer.status).toBe(201)
    await using visit = await browsing.visit({ cookie: await town.session(MINAMI) })
    const { page } = visit
    for (const path of ['/', '/search', '/my', '/help', '/account', '/venues/mitaka-inokashira-tobu']) {
      await page.goto(path)
      await page
        .getByRole('region', { name: text('common.urgent') })
        .getByText(URGENT)
        .waitFor()
    }
    await page
      .getByRole('region', { name: text('common.urgent') })
      .getByRole('link')
      .click()
    await headed(page, URGENT)
  },
  JOURNEY_MS,
)

test.each([
  ['en', 'Ordinary use is free.', '5 minutes on foot from Mitakadai Station', '1-3-18 Inokashira'],
  ['ja-easy', 'いつもは', '歩', '丁目'],
] as const)(
  'W10m, V7: in %s the fee, the way, the terms and the rules of a room are the city’s own, and what is in Japanese alone says so',
  async (language, fee, way, address) => {
    const text = await readingIn(language)
    await using visit = await browsing.visit()
    const { page } = visit
    await page.goto('/venues/mitaka-inokashira-tobu')
    await page.getByRole('combobox', { name: /Language/ }).selectOption(language)
    const section = (name: string) => page.getByRole('region', { name: nameOf(name) })
    await section(text('places.fee-title')).getByText(fee).waitFor()
    for (const words of [way, address])
      await section(text('places.where-title')).getByText(words).first().waitFor()
    const mark = text('common.japanese-only')
    await section(text('places.terms-title')).waitFor()
    expect(await section(text('places.terms-title')).getByText(mark).count()).toBe(0)
    if (language === 'ja-easy') await page.locator('rt').getByText('しゅみ').first().waitFor()
    await page.goto('/listings/mitaka-inokashira-tobu-yoshitsu')
    await section(text('places.equipment')).getByText(nameOf(mark)).waitFor()
  },
  JOURNEY_MS,
)

test(
  'V4, A78, T21: an admin finds who looked at a person’s file, then all that was done to that person',
  async () => {
    const text = await readingIn('ja')
    const date = usualDayFrom(addDays(ORDINARY_DAY, 17))
    await applied(town, { mail: HARUKA, eventName: '夕べの読書会', date, from: '13:00', to: '15:00' })
    await using desk = await browsing.visit({ cookie: await town.session(STAFF) })
    await desk.page.goto('/staff/search')
    await desk.page.getByRole('searchbox').fill(HARUKA)
    await desk.page.keyboard.press('Enter')
    await desk.page
      .getByRole('link', { name: nameOf(text('staff.see-person')) })
      .first()
      .click()
    await desk.page.waitForURL(/staff\/people\/[0-9a-f-]+/)
    await desk.page.getByRole('cell', { name: '夕べの読書会' }).waitFor()
    await using visit = await browsing.visit({ cookie: await town.session(ADMIN) })
    const { page } = visit
    await page.goto('/admin')
    await page.getByRole('link', { name: nameOf(text('admin.acts-title')) }).click()
    await page.getByLabel(text('admin.acts-act')).selectOption('view-person')
    await page.getByRole('button', { name: text('admin.acts-show') }).click()
    await page.waitForURL(/act=view-person/)
    const rows = page.getByRole('row').filter({ hasText: text('session.act-view-person') })
    await rows.first().getByRole('link').click()
    await page.waitForURL(/about=/)
    await page.getByText(text('admin.acts-about-one')).waitFor()
    await page
      .getByRole('row')
      .filter({ hasText: text('session.act-log-in') })
      .first()
      .waitFor()
    expect(page.url()).not.toMatch(/[^\x20-\x7e]|%E/)
  },
  JOURNEY_MS,
)
