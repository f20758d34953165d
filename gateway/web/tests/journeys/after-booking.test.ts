import { instantAt } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { usualDayFrom } from '@asaichi/town/demo/year-end.ts'
import { demoPerson } from '@asaichi/town/journey/demo-visitor.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldOf } from '../account-steps.ts'
import { nameOf } from '../booking-steps.ts'
import { DESK, openBrowser } from '../browser.ts'
import { bookableDay } from '../days.ts'
import { keyboardOf } from '../keyboard.ts'
import { applied, approved, labelOf, VENUE } from '../staff-steps.ts'
import { readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'

const Month = z.object({ days: z.array(z.object({ d: z.string(), s: z.string() })) })
const MINAMI = 'minami@example.jp'
const HARUKA = 'haruka@example.jp'
const STAFF = 'staff.mitaka@example.jp'
const JOURNEY_MS = 150_000
const today = ORDINARY_DAY
const date = bookableDay(today)
const later = usualDayFrom(addDays(today, 15))

const text = await readingIn('ja')
const town = await forThisFile(openTown({ now: instantAt(today, '10:00') }))
const browsing = await forThisFile(openBrowser(town.url))

test(
  'M30: a booking is moved over its own time, with the keyboard alone, and told in one mail',
  async () => {
    const booking = { mail: MINAMI, date, from: '09:00', to: '11:00', eventName: '合唱の会' }
    const reservationId = await applied(town, booking)
    const since = await town.mailbox.mark()
    await using visit = await browsing.visit({ cookie: await town.session(MINAMI) })
    const { page } = visit
    const keyboard = keyboardOf(page)
    await page.goto(`/reservations/${reservationId}/move`)
    await page.getByText(text('move.move-same')).waitFor()
    await keyboard.select(nameOf(text('common.range-from')), '10:00')
    await keyboard.select(nameOf(text('common.range-to')), '12:30')
    await keyboard.press('button', text('move.move-next'))
    await page.getByText('10:00～12:30').first().waitFor()
    await keyboard.check(nameOf(text('press.move-adult')))
    await keyboard.check(nameOf(text('press.move-terms')))
    await keyboard.press('button', text('press.move-do'))
    await page.getByText(text('press.moved-title')).first().waitFor()
    await town.mailbox.waitFor(MINAMI, /合唱の会/, since)
    await page.goto('/my?tab=pending')
    await page.getByRole('listitem').filter({ hasText: '10:00～12:30' }).first().waitFor()
  },
  JOURNEY_MS,
)

test(
  'B14, M30: a move whose answer was lost is told before another time is sent, and on a page opened anew',
  async () => {
    const booking = { mail: MINAMI, date: later, from: '13:00', to: '15:00', eventName: '体操の会' }
    const reservationId = await applied(town, booking)
    await using visit = await browsing.visit({ cookie: await town.session(MINAMI) })
    const { page } = visit
    const keyboard = keyboardOf(page)
    await page.route('**/move', async route => {
      if (route.request().method() !== 'POST') return await route.continue()
      await route.fetch()
      await route.fulfill({ status: 503, body: '' })
    })
    await page.goto(`/reservations/${reservationId}/move`)
    await page.getByText(text('move.move-same')).waitFor()
    await keyboard.select(nameOf(text('common.range-to')), '16:00')
    await keyboard.press('button', text('move.move-next'))
    await keyboard.check(nameOf(text('press.move-adult')))
    await keyboard.check(nameOf(text('press.move-terms')))
    await keyboard.press('button', text('press.move-do'))
    await page.getByText(text('common.try-again')).first().waitFor()
    await keyboard.press('button', text('press.move-back'))
    await keyboard.select(nameOf(text('common.range-from')), '12:00')
    await keyboard.select(nameOf(text('common.range-to')), '14:00')
    await keyboard.press('button', text('move.move-next'))
    // Not sooner: until it is left, the page asks again by itself, and would be told of the move here.
    await page.unroute('**/move')
    await keyboard.press('button', text('press.move-do'))
    await page.getByRole('alert', { name: nameOf(text('press.moved-earlier-title')) }).waitFor()
    await page.getByText('13:00～16:00').waitFor()
    await page.goto(`/reservations/${reservationId}/move`)
    await page.getByText(text('press.moved-title')).first().waitFor()
    await page.getByText('13:00～16:00').waitFor()
  },
  JOURNEY_MS,
)

test(
  'M9: the owner changes the mail address: a wrong code says how many tries are left, the right one is told to both',
  async () => {
    const { password } = demoPerson(HARUKA)
    const wanted = 'haruka-new@example.jp'
    const since = await town.mailbox.mark()
    await using visit = await browsing.visit({ cookie: await town.session(HARUKA) })
    const { page } = visit
    const keyboard = keyboardOf(page)
    await page.goto('/account?mail=1')
    await keyboard.type(labelOf(text, 'member.mail-new'), wanted)
    await keyboard.type(fieldOf(text, 'person.password'), password)
    await keyboard.press('button', text('member.mail-send'))
    const { text: mail } = await town.mailbox.waitFor(wanted, /\d{6}/, since)
    const code = /\d{6}/.exec(mail)?.[0] ?? ''
    await keyboard.type(labelOf(text, 'member.mail-code'), code === '000000' ? '111111' : '000000')
    await keyboard.press('button', text('member.mail-change'))
    await page
      .getByRole('alert')
      .getByText(/違います。あと\d回/)
      .waitFor()
    await keyboard.type(labelOf(text, 'member.mail-code'), code)
    await keyboard.press('button', text('member.mail-change'))
    await page.getByText(text('member.mail-done')).waitFor()
    await town.mailbox.waitFor(HARUKA, /haruka|変/, since)
  },
  JOURNEY_MS,
)

test(
  'T14, T9: staff find a booking by its number and a person by name, and see what is theirs',
  async () => {
    const booking = { mail: MINAMI, date, from: '16:00', to: '17:00', eventName: '俳句の会' }
    const reservationId = await approved(town, await applied(town, booking))
    const number = await numberOf(reservationId)
    await using visit = await staffVisit()
    const { page } = visit
    const keyboard = keyboardOf(page)
    await page.goto('/staff')
    const box = page.getByRole('searchbox', { name: text('staff.search-label') })
    await keyboard.tabTo(box)
    await page.keyboard.type(number)
    await page.keyboard.press('Enter')
    await page.getByRole('cell', { name: '俳句の会' }).first().waitFor()
    await keyboard.tabTo(box)
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('みなみ')
    await page.keyboard.press('Enter')
    await keyboard.tabTo(page.getByRole('link', { name: nameOf(text('staff.see-person')) }).first())
    await page.keyboard.press('Enter')
    await page.getByRole('cell', { name: '俳句の会' }).first().waitFor()
    expect(new URL(page.url()).search).not.toContain('みなみ')
  },
  JOURNEY_MS,
)

test(
  'G13, M11: a closure over a booking names it, cancels it with its mail, and stands on the venue’s page',
  async () => {
    const day = bookableDay(today, 16)
    const booking = { mail: MINAMI, date: day, from: '09:00', to: '11:00', eventName: '生け花の会' }
    await applied(town, booking)
    const since = await town.mailbox.mark()
    await using visit = await staffVisit()
    const { page } = visit
    await page.goto('/staff/closings')
    await fillClosing(page, day)
    await page.getByRole('button', { name: text('staff.closings-look') }).click()
    await page.getByRole('cell', { name: '生け花の会' }).first().waitFor()
    await page.getByLabel(labelOf(text, 'staff.reason')).last().fill('配管の工事をするため。')
    await page
      .getByRole('button', { name: nameOf(text('staff.closings-cancel')) })
      .first()
      .click()
    await town.mailbox.waitFor(MINAMI, /配管の工事をするため/, since)
    await expect
      .poll(async () => JSON.stringify(await lettersOn(day)), { timeout: 20_000 })
      .toContain('hhhhhh')
    await page.getByText(/押さえました/).waitFor()
    await using visitor = await browsing.visit()
    await visitor.page.goto(`/venues/${VENUE}`)
    await visitor.page.getByRole('heading', { name: text('places.room-closings') }).waitFor()
    await visitor.page.getByRole('listitem').filter({ hasText: '09:00～12:00' }).first().waitFor()
  },
  JOURNEY_MS,
)

test(
  'T5, M26: what is printed is the paper alone: no menu, no button, no word meant for staff',
  async () => {
    const booking = { mail: MINAMI, date, from: '18:00', to: '19:00', eventName: '将棋の会' }
    const reservationId = await approved(town, await applied(town, booking))
    await using visit = await browsing.visit({ cookie: await town.session(MINAMI) })
    const { page } = visit
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', 'yes')
    })
    await page.goto(`/reservations/${reservationId}`)
    await page.getByRole('button', { name: text('reservation.print-permit') }).click()
    await expect.poll(() => page.locator('html').getAttribute('data-printed')).toBe('yes')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0)
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
    // Number, place, purpose and who grants it stand on the permit.
    for (const printed of [/^第\d{6}号/, '井の頭', '毎月の集まりのため', '三鷹市長', '将棋の会'])
      await page.locator('.permit').getByText(printed).first().waitFor()
  },
  JOURNEY_MS,
)

async function staffVisit() {
  return await browsing.visit({ cookie: await town.session(STAFF), viewport: DESK })
}

async function numberOf(reservationId: string): Promise<string> {
  const { body } = await town.visitor(MINAMI).get(`/api/reservations/${reservationId}`)
  return /"number":"(\d{6})"/.exec(JSON.stringify(body))?.[1] ?? ''
}

async function lettersOn(day: string): Promise<unknown> {
  const path = `/api/listings/${VENUE}-yoshitsu/availability?month=${day.slice(0, 7)}`
  const { days } = Month.parse((await town.visitor(MINAMI).get(path)).body)
  return days.find(({ d }) => d === day)?.s
}

async function fillClosing(page: Page, day: string): Promise<void> {
  await page.getByLabel(labelOf(text, 'staff.closings-first')).fill(day)
  await page.getByLabel(labelOf(text, 'staff.closings-last')).fill(day)
  await page.getByLabel(labelOf(text, 'common.range-from')).selectOption('09:00')
  await page.getByLabel(labelOf(text, 'common.range-to')).selectOption('12:00')
  await page.getByLabel(labelOf(text, 'staff.hold-reason')).fill('配管の工事')
}
