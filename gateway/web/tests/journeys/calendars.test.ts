import { instantAt } from '@asaichi/calendar/instant.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { headed, nameOf, ROOM } from '../booking-steps.ts'
import { openBrowser } from '../browser.ts'
import { applied, approved, labelOf, VENUE } from '../staff-steps.ts'
import { readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'

// The last Sunday of November: first-come has closed until 2 December, and the month is full of －.
const TODAY = '2026-11-29'
const FIRST = { month: 12, day: 2 } as const
const MINAMI = 'minami@example.jp'
const STAFF = 'staff.mitaka@example.jp'

const text = await readingIn('ja')
const town = await forThisFile(openTown({ now: instantAt('2026-11-25', '09:00') }))
const browsing = await forThisFile(openBrowser(town.url))

test('M21, M22: on the last days of a month every calendar opens where something can be booked', async () => {
  const booking = { mail: MINAMI, date: '2026-11-30', from: '09:00', to: '10:00', eventName: '体操の会' }
  const reservationId = await approved(town, await applied(town, booking))
  await town.hold(instantAt(TODAY, '09:00'))
  for (const mail of [MINAMI, STAFF]) await town.visitor(mail).login()

  await using anyone = await browsing.visit()
  await anyone.page.goto(`/listings/${ROOM}/availability`)
  await opensOnFirst(anyone.page)
  await anyone.page.getByRole('link', { name: text('availability.see-all-rooms') }).click()
  await headed(anyone.page, text('availability.venue-day-title'))
  await anyone.page.getByRole('heading', { name: dateOf(FIRST) }).waitFor()
  await anyone.page.goto(`/venues/${VENUE}/day`)
  await anyone.page.getByRole('heading', { name: dateOf(FIRST) }).waitFor()

  await using resident = await browsing.visit({ cookie: await town.session(MINAMI) })
  await resident.page.goto(`/reservations/${reservationId}/move`)
  await opensOnFirst(resident.page)

  await using staff = await browsing.visit({ cookie: await town.session(STAFF) })
  await staff.page.goto('/staff/book')
  await staff.page.getByLabel(labelOf(text, 'staff.person-query')).fill('アサヒ')
  await staff.page.getByRole('button', { name: text('staff.person-search') }).click()
  await staff.page
    .getByRole('button', { name: nameOf(text('staff.person-choose')) })
    .first()
    .click()
  await staff.page.getByLabel(labelOf(text, 'staff.book-room')).selectOption(ROOM)
  await opensOnFirst(staff.page)
}, 150_000)

test('M22: a calendar stays on its page while a day is chosen, and turns back to the days that are closed', async () => {
  await using visit = await browsing.visit()
  const { page } = visit
  await page.goto(`/listings/${ROOM}/availability`)
  await firstDay(page).focus()
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: dateOf(FIRST) }).waitFor()
  expect(asked.filter(url => url.includes('/availability'))).toEqual([])
  await page.getByRole('button', { name: text('calendar.calendar-previous') }).click()
  await page.getByRole('heading', { name: /2026年.*11月/ }).waitFor()
  expect(await page.getByRole('table').getByRole('button').count()).toBe(0)
})

test('M11: the page of a venue tells the hours of every weekday, and what is closed ahead', async () => {
  await using visit = await browsing.visit()
  const { page } = visit
  await page.goto(`/venues/${VENUE}`)
  const hours = page.getByRole('table', { name: text('places.hours-caption') })
  await hours.waitFor()
  const rows = await hours.getByRole('row').allTextContents()
  expect(rows).toHaveLength(8)
  expect(rows[1]).toMatch(/^火曜日10:30/)
  expect(rows[2]).toMatch(/^水曜日09:00/)
  await page.getByRole('heading', { name: text('places.closures-title') }).waitFor()
  await page.getByRole('listitem').filter({ hasText: '12月29日' }).first().waitFor()
})

async function opensOnFirst(page: Page): Promise<void> {
  await firstDay(page).waitFor()
  expect(await firstDay(page).textContent()).toMatch(new RegExp(`^${FIRST.day}\\D`))
  await page.getByRole('heading', { name: new RegExp(`2026年.*${FIRST.month}月`) }).waitFor()
}

function firstDay(page: Page) {
  return page.getByRole('table').getByRole('button').first()
}

function dateOf({ month, day }: typeof FIRST): RegExp {
  return new RegExp(`${month}月${day}日`)
}
