import { instantAt } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { usualDayFrom } from '@asaichi/town/demo/year-end.ts'
import { demoPerson } from '@asaichi/town/journey/demo-visitor.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { typeCode, typePassword } from '../account-steps.ts'
import { applyPath, fillApplication, headed, nameOf, ROOM } from '../booking-steps.ts'
import { openBrowser } from '../browser.ts'
import { keyboardOf } from '../keyboard.ts'
import { applied } from '../staff-steps.ts'
import { type Reading, readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'

const MINAMI = 'minami@example.jp'
const HARUKA = 'haruka@example.jp'
const JOURNEY_MS = 150_000
// The calendar asks again by itself after 15 s at the soonest.
const SOONER_THAN_A_REFRESH_MS = 10_000

const town = await forThisFile(openTown({ now: instantAt(ORDINARY_DAY, '09:00') }))
const browsing = await forThisFile(openBrowser(town.url))

test(
  'B3b: a press from a page that shows another person is refused, keeps what was typed, and goes on by a choice',
  async () => {
    const text = await readingIn('ja')
    const date = usualDayFrom(addDays(ORDINARY_DAY, 15))
    await using visit = await browsing.visit({ cookie: await town.session(MINAMI) })
    const { page, context } = visit
    await page.goto(applyPath({ date, from: '13:00', to: '15:00' }))
    await fillApplication(page, keyboardOf(page), text)
    // As where a browser has no channel between its tabs: the cookie is another person's, and the page knows nothing of it.
    await context.addCookies([cookieOf(await town.session(HARUKA))])
    await keyboardOf(page).press('button', text('press.send'))
    await page.getByText(text('problems.other-person')).waitFor()
    await replacedBy(page, text, HARUKA)
    expect(await bookedOn(HARUKA, date)).toEqual([])
    await page.getByText('みたか読書の会。毎月の読書会のため。').waitFor()
    await keyboardOf(page).press('button', text('session.replaced-go-on', { name: demoPerson(HARUKA).name }))
    await keyboardOf(page).press('button', text('press.send'))
    await headed(page, text('receipt.done-title'))
    expect(await bookedOn(HARUKA, date)).toHaveLength(1)
    expect(await bookedOn(MINAMI, date)).toEqual([])
  },
  JOURNEY_MS,
)

test(
  'B3b, S1: the other tabs say at once who has logged in, and keep what was typed',
  async () => {
    const text = await readingIn('ja')
    const date = usualDayFrom(addDays(ORDINARY_DAY, 16))
    await using visit = await browsing.visit({ cookie: await town.session(MINAMI) })
    const { page, context } = visit
    await page.goto(applyPath({ date, from: '13:00', to: '15:00' }))
    await fillApplication(page, keyboardOf(page), text)
    const second = await context.newPage()
    await second.goto('/login')
    await keyboardOf(second).press('button', text('common.logout'))
    await page.getByRole('banner').getByText(text('common.not-logged-in')).waitFor()
    await second.goto('/cities/mitaka')
    await headed(second, text('public.home-title', { city: '三鷹市' }))
    await second.goto('/login')
    await loggedIn(second, text, HARUKA)
    await replacedBy(page, text, HARUKA)
    await page.getByText('みたか読書の会。毎月の読書会のため。').waitFor()
  },
  JOURNEY_MS,
)

test(
  'B14: a press whose answer was lost is told before a second time is booked, with ways to keep or cancel it',
  async () => {
    const text = await readingIn('ja')
    const date = usualDayFrom(addDays(ORDINARY_DAY, 17))
    await using visit = await browsing.visit({ cookie: await town.session(HARUKA) })
    const { page } = visit
    await page.route('**/api/reservations', async route => {
      await route.fetch()
      await route.fulfill({ status: 503, body: '' })
    })
    await page.goto(applyPath({ date, from: '13:00', to: '15:00' }))
    await fillApplication(page, keyboardOf(page), text)
    await keyboardOf(page).press('button', text('press.send'))
    await page.getByText(text('press.retry-safe')).waitFor()
    await page.goto(applyPath({ date, from: '17:00', to: '19:00' }))
    await page.unroute('**/api/reservations')
    await keyboardOf(page).press('button', text('booking.to-confirm'))
    await keyboardOf(page).press('button', text('press.send'))
    const told = page.getByRole('alert', { name: nameOf(text('press.earlier-title')) })
    await told.getByText('13:00～15:00').waitFor()
    expect(await bookedOn(HARUKA, date)).toMatchObject([{ from: '13:00' }])
    await told.getByRole('link', { name: text('press.earlier-cancel') }).click()
    await headed(page, text('reservation.cancel-title'))
    await page.goBack()
    await keyboardOf(page).press('button', text('press.send'))
    await headed(page, text('receipt.done-title'))
    expect(await bookedOn(HARUKA, date)).toHaveLength(2)
  },
  JOURNEY_MS,
)

test(
  'B15: the way back shows what is free now, and so does a page that is taken out of the browser’s memory',
  async () => {
    const date = usualDayFrom(addDays(ORDINARY_DAY, 18))
    await using visit = await browsing.visit()
    const { page } = visit
    const slot = (from: string) => page.getByRole('button', { name: new RegExp(`^${from}`) })
    await page.goto(`/listings/${ROOM}/availability?date=${date}`)
    await slot('16:30').waitFor()
    await page.goto('/robots.txt')
    const before = await monthTag(date)
    await applied(town, { mail: MINAMI, eventName: '読書会', date, from: '16:00', to: '17:30' })
    // What the calendar itself has not heard of yet is free to everybody for that moment.
    await expect.poll(() => monthTag(date)).not.toBe(before)
    await page.goBack()
    await slot('14:30').waitFor()
    await expect.poll(() => slot('16:30').count(), { timeout: SOONER_THAN_A_REFRESH_MS }).toBe(0)
    await applied(town, { mail: MINAMI, eventName: '朝の会', date, from: '14:00', to: '15:30' })
    const restored = async () => {
      await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
      return await slot('14:30').count()
    }
    await expect.poll(restored, { timeout: SOONER_THAN_A_REFRESH_MS }).toBe(0)
  },
  JOURNEY_MS,
)

async function replacedBy(page: Page, text: Reading, mail: string): Promise<void> {
  const { name } = demoPerson(mail)
  await page.getByRole('banner').getByText(text('common.logged-in-as', { name })).waitFor()
  await page.getByRole('alert', { name: nameOf(text('session.replaced-title', { name })) }).waitFor()
}

async function loggedIn(page: Page, text: Reading, mail: string): Promise<void> {
  const keyboard = keyboardOf(page)
  const before = await town.mailbox.mark()
  await typePassword(keyboard, text, { page, who: mail, password: demoPerson(mail).password })
  await headed(page, text('account.code-title'))
  const { code } = await town.mailbox.loginCode(mail, before)
  await typeCode(keyboard, text, code)
}

function cookieOf(session: string) {
  const [name = '', value = ''] = session.split('=')
  return { name, value, url: town.url, httpOnly: true, sameSite: 'Lax' as const }
}

const Booked = z.object({ items: z.array(z.object({ date: z.string(), from: z.string() })) })

async function bookedOn(mail: string, date: string) {
  const { body } = await town.visitor(mail).get('/api/reservations?status=pending')
  return Booked.parse(body).items.filter(item => item.date === date)
}

/** Changes with whatever the room's month says. */
async function monthTag(date: string): Promise<string | null> {
  const month = await fetch(`${town.url}/api/listings/${ROOM}/availability?month=${date.slice(0, 7)}`)
  await month.arrayBuffer()
  return month.headers.get('etag')
}
