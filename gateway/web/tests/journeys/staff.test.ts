import { localDateOf } from '@asaichi/calendar/instant.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { headed } from '../booking-steps.ts'
import { DESK, openBrowser } from '../browser.ts'
import { bookableDay } from '../days.ts'
import { keyboardOf } from '../keyboard.ts'
import { applicant, applied, labelOf, VENUE, wholeName } from '../staff-steps.ts'
import { type Reading, readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'

const STAFF = 'staff.mitaka@example.jp'
const MINAMI = 'minami@example.jp'
const HARUKA = 'haruka@example.jp'
const JOURNEY_MS = 150_000

const text = await readingIn('ja')
const town = await forThisFile(openTown())
const browsing = await forThisFile(openBrowser(town.url))
const date = bookableDay(localDateOf(await town.now()))

// W11m: how long an approval waits to be taken back.
const HELD_MS = 10_000

async function staffVisit() {
  return await browsing.visit({ cookie: await town.session(STAFF), viewport: DESK })
}

test(
  'M7: staff record a call and approve a registration with the keyboard alone',
  async () => {
    const mail = await applicant(town, '旅野 はじめ')
    const since = await town.mailbox.mark()
    await using visit = await staffVisit()
    const { page } = visit
    const keyboard = keyboardOf(page)
    await page.goto('/staff')
    await headed(page, text('staff.today-title'))
    const menu = page.getByRole('navigation', { name: text('staff.nav-label') })
    await keyboard.tabTo(menu.getByRole('link', { name: text('staff.nav-people') }))
    await page.keyboard.press('Enter')
    await headed(page, text('staff.people-title'))
    await page.getByRole('button', { name: '旅野 はじめ' }).waitFor()
    await page.keyboard.press('j')
    await page.getByRole('heading', { name: '旅野 はじめ' }).waitFor()
    const approve = page.getByRole('button', { name: text('staff.approve'), exact: true })
    expect(await approve.getAttribute('aria-disabled')).toBe('true')
    await keyboard.choose(nameIn('staff.contact-by'), text('staff.by-phone'))
    await keyboard.choose(nameIn('staff.contact-outcome'), text('staff.outcome-confirmed'))
    // What is typed is no shortcut.
    await keyboard.type(text('staff.contact-note'), 'jk')
    await keyboard.press('button', text('staff.contact-save'))
    await page
      .getByRole('listitem')
      .filter({ hasText: text('staff.outcome-confirmed') })
      .waitFor()
    await expect.poll(() => approve.getAttribute('aria-disabled')).toBe(null)
    await keyboard.tabTo(approve)
    await page.keyboard.press('Enter')
    await told(page, text('staff.person-approved', { name: '旅野 はじめ' }))
    await town.mailbox.waitFor(mail, /承認/, since)
  },
  JOURNEY_MS,
)

test(
  'M26, T3: one key approves an application and goes on to the next; a reason refuses one',
  async () => {
    await applied(town, { mail: MINAMI, date, from: '09:00', to: '10:00', eventName: '体操の会' })
    await applied(town, { mail: HARUKA, date, from: '11:00', to: '12:00', eventName: '短歌の会' })
    const since = await town.mailbox.mark()
    await using visit = await staffVisit()
    const { page } = visit
    const keyboard = keyboardOf(page)
    await page.goto(`/staff/applications?from=${date}&to=${date}`)
    await row(page, '体操の会').waitFor()
    await page.keyboard.press('j')
    await expect.poll(() => isFocused(page, '体操の会')).toBe(true)
    await page.getByText(text('staff.mail-approved-holds')).waitFor()
    // W11m: a key pressed by mistake is taken back before anything was sent.
    await page.keyboard.press('a')
    const waits = page.getByRole('listitem').filter({ hasText: '体操の会' })
    await page.getByRole('button', { name: wholeName(`${text('staff.take-back')}：体操の会`) }).click()
    await waits.getByRole('button', { name: wholeName(`${text('staff.approve')}：体操の会`) }).waitFor()
    await expect.poll(() => isFocused(page, '体操の会')).toBe(true)
    await page.keyboard.press('a')
    await told(page, /「体操の会」を承認しました。予約番号は\d{6}です。/)
    await expect.poll(() => isFocused(page, '短歌の会')).toBe(true)
    await town.mailbox.waitFor(MINAMI, /予約が確定しました/, since)

    await page.keyboard.press('r')
    await page.getByRole('dialog', { name: text('staff.refuse-title') }).waitFor()
    await keyboard.press('button', text('staff.refuse-send'))
    await page
      .getByRole('alert')
      .getByRole('link', { name: text('staff.error-reason') })
      .waitFor()
    await keyboard.select(text('staff.reason-template'), text('staff.refuse-purpose'))
    await keyboard.press('button', text('staff.refuse-send'))
    // A refusal waits too; one key takes it back, and what was typed is there again.
    const refused = page.getByRole('listitem').filter({ hasText: '短歌の会' })
    await refused.getByText(text('staff.refuse-held')).waitFor()
    await page.keyboard.press('z')
    await expect.poll(() => isFocused(page, '短歌の会')).toBe(true)
    await page.keyboard.press('r')
    await expect
      .poll(() => page.getByLabel(nameIn('staff.reason')).inputValue())
      .toContain('備考に団体名と利用の目的がなかった')
    await keyboard.press('button', text('staff.refuse-send'))
    await told(page, text('staff.refused-one', { name: '短歌の会' }))
    await town.mailbox.waitFor(HARUKA, /備考に団体名と利用の目的がなかった/, since)
  },
  JOURNEY_MS,
)

test(
  'T3: many are approved at once, each with its own outcome, and who was slower is told',
  async () => {
    const [first, second] = [
      await applied(town, { mail: MINAMI, date, from: '13:00', to: '14:00', eventName: '朝の会' }),
      await applied(town, { mail: HARUKA, date, from: '14:00', to: '15:00', eventName: '昼の会' }),
    ]
    await using visit = await staffVisit()
    const { page } = visit
    const keyboard = keyboardOf(page)
    await page.goto(`/staff/applications?from=${date}&to=${date}`)
    await row(page, '朝の会').waitFor()
    await row(page, '昼の会').waitFor()
    const slower = page.getByRole('listitem').filter({ hasText: '昼の会' })
    const { status } = await town.visitor(HARUKA).post(`/api/reservations/${second}/cancel`)
    expect([first.length > 0, status]).toEqual([true, 200])
    await keyboard.press('button', text('staff.choose-all'))
    await keyboard.press('button', text('staff.approve-chosen', { count: 2 }))
    await page.getByRole('dialog').waitFor()
    await keyboard.press('button', wholeName(text('staff.approve-many-do', { count: 2 })))
    await slower.getByText(text('staff.approve-held')).waitFor()
    await keyboard.press('button', text('staff.take-back-all', { count: 2 }))
    await expect.poll(() => isFocused(page, '朝の会')).toBe(true)
    await keyboard.press('button', text('staff.choose-all'))
    await keyboard.press('button', text('staff.approve-chosen', { count: 2 }))
    await keyboard.press('button', wholeName(text('staff.approve-many-do', { count: 2 })))
    await told(page, text('staff.approved-many', { done: 1, failed: 1 }))
    await slower.getByText(text('staff.changed-elsewhere')).waitFor()
    await keyboard.press('button', text('staff.reload'))
    await page.getByText(text('staff.applications-none')).waitFor()
  },
  JOURNEY_MS,
)

test(
  'W11m, T3: many are refused for one reason, which waits like an approval and reaches each by mail',
  async () => {
    const day = bookableDay(localDateOf(await town.now()), 16)
    for (const [mail, from, to, eventName] of [
      [MINAMI, '13:00', '14:00', '川柳の会'],
      [HARUKA, '14:00', '15:00', '都々逸の会'],
    ] as const)
      await applied(town, { mail, date: day, from, to, eventName })
    const since = await town.mailbox.mark()
    await using visit = await staffVisit()
    const { page } = visit
    const keyboard = keyboardOf(page)
    await page.goto(`/staff/applications?from=${day}&to=${day}`)
    await row(page, '川柳の会').waitFor()
    await row(page, '都々逸の会').waitFor()
    await keyboard.press('button', text('staff.choose-all'))
    await keyboard.press('button', text('staff.refuse-chosen', { count: 2 }))
    await page.getByText(text('staff.refuse-many', { count: 2 })).waitFor()
    await keyboard.select(text('staff.reason-template'), text('staff.refuse-purpose'))
    await keyboard.press('button', text('staff.refuse-send'))
    await page.getByText(text('staff.refuse-held')).first().waitFor()
    await keyboard.press('button', text('staff.take-back-all', { count: 2 }))
    await expect.poll(() => isFocused(page, '川柳の会')).toBe(true)
    await keyboard.press('button', text('staff.choose-all'))
    await keyboard.press('button', text('staff.refuse-chosen', { count: 2 }))
    await expect
      .poll(() => page.getByLabel(nameIn('staff.reason')).inputValue())
      .toContain('備考に団体名と利用の目的がなかった')
    await keyboard.press('button', text('staff.refuse-send'))
    await told(page, text('staff.refused-many', { done: 2, failed: 0 }))
    for (const mail of [MINAMI, HARUKA])
      await town.mailbox.waitFor(mail, /備考に団体名と利用の目的がなかった/, since)
  },
  JOURNEY_MS,
)

test(
  'G13: staff are told what is in the way, block a free time for the city and free it again',
  async () => {
    const day = bookableDay(localDateOf(await town.now()), 15)
    await applied(town, { mail: MINAMI, date: day, from: '09:00', to: '10:00', eventName: '句会' })
    await using visit = await staffVisit()
    const { page } = visit
    const keyboard = keyboardOf(page)
    await page.goto(`/staff/timeline?venue=${VENUE}&date=${day}`)
    await page.getByRole('button', { name: '句会' }).waitFor()
    await keyboard.select(nameIn('common.room'), '1階洋室')
    await keyboard.select(nameIn('common.range-from'), '09:00')
    await keyboard.select(nameIn('common.range-to'), '12:00')
    await keyboard.type(nameIn('staff.hold-reason'), '選挙の投票所')
    await keyboard.press('button', text('staff.hold-do'))
    await page.getByText(text('staff.blocked-title')).waitFor()
    await keyboard.press('button', text('staff.blocked-open'))
    await page.getByRole('heading', { name: '句会' }).waitFor()
    await keyboard.press('button', text('common.close'))
    await keyboard.select(nameIn('common.range-from'), '10:00')
    await keyboard.select(nameIn('common.range-to'), '12:00')
    await keyboard.press('button', text('staff.hold-do'))
    await told(page, text('staff.hold-done'))
    await keyboard.press('button', /選挙の投票所/)
    await keyboard.press('button', text('staff.release'))
    await keyboard.press('button', text('staff.release-do'))
    await expect.poll(() => page.getByRole('button', { name: /選挙の投票所/ }).count()).toBe(0)
  },
  JOURNEY_MS,
)

test(
  'T5, G13: staff find a caller by full-width number, book, read it aloud and have a slip',
  async () => {
    const since = await town.mailbox.mark()
    await using visit = await staffVisit()
    const { page } = visit
    const keyboard = keyboardOf(page)
    await page.goto('/staff/book')
    await keyboard.type(nameIn('staff.person-query'), '９９９９９９９')
    await keyboard.press('button', text('staff.person-search'))
    await page.getByText(text('staff.person-none')).waitFor()
    await keyboard.type(nameIn('staff.person-query'), '１０００００１')
    await keyboard.press('button', text('staff.person-search'))
    await keyboard.press('button', new RegExp(text('staff.person-choose')))
    await keyboard.select(nameIn('staff.book-room'), '井の頭東部地区公会堂 2階和室')
    await monthOf(page, date)
    await keyboard.press('button', new RegExp(`^${Number(date.slice(8))} .*${text('calendar.day-free')}`))
    await keyboard.select(text('common.range-from'), '16:00')
    await keyboard.select(text('common.range-to'), '17:30')
    await keyboard.press('button', text('staff.book-next'))
    await keyboard.type(nameIn('staff.event-name'), '編み物の会')
    await keyboard.type(nameIn('staff.people'), '９')
    await keyboard.type(nameIn('staff.note'), '編み物の会。作品づくりのため。')
    await keyboard.check(text('staff.terms-accepted'))
    await keyboard.press('button', text('staff.book-next'))
    await page.getByText(text('staff.read-question')).waitFor()
    await page.getByText(text('staff.read-what', { event: '編み物の会', people: 9 })).waitFor()
    await keyboard.press('button', text('staff.book-do'))
    await page.getByRole('heading', { name: text('staff.slip-title') }).waitFor()
    await town.mailbox.waitFor(MINAMI, /編み物の会/, since)
  },
  JOURNEY_MS,
)

test(
  'T8, S2: an urgent notice is published, and a visitor reads it first',
  async () => {
    await using visit = await staffVisit()
    const { page } = visit
    const keyboard = keyboardOf(page)
    await page.goto('/staff/notices')
    await keyboard.press('link', text('staff.notice-new'))
    await headed(page, text('staff.notice-new'))
    await keyboard.check(text('staff.notice-urgent'))
    await keyboard.type(nameIn('staff.notice-heading'), '台風のため休館します')
    await keyboard.type(nameIn('staff.notice-body'), '終日休館します。')
    await keyboard.press('button', text('staff.notice-publish'))
    await told(page, text('staff.notice-saved'))

    await using visitor = await browsing.visit()
    await visitor.page.goto('/cities/mitaka')
    await visitor.page.getByRole('link', { name: '台風のため休館します' }).first().waitFor()
  },
  JOURNEY_MS,
)

test('T1: whoever is not logged in is led to the login and back, and a resident is told', async () => {
  await using stranger = await browsing.visit()
  await stranger.page.goto('/staff/people')
  await stranger.page.waitForURL(/\/login\?next=%2Fstaff%2Fpeople/)
  await using resident = await browsing.visit({ cookie: await town.session(MINAMI) })
  await resident.page.goto('/staff')
  await resident.page.getByText(text('session.staff-only-text')).waitFor()
})

function nameIn(key: Parameters<Reading>[0]): RegExp {
  return labelOf(text, key)
}

async function told(page: Page, words: string | RegExp): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: words })
    .waitFor({ timeout: HELD_MS * 2 })
}

function row(page: Page, name: string) {
  return page
    .getByRole('list', { name: text('staff.applications-title') })
    .getByRole('button', { name })
    .first()
}

function isFocused(page: Page, name: string): Promise<boolean> {
  return row(page, name).evaluate(element => element === document.activeElement)
}

async function monthOf(page: Page, day: string): Promise<void> {
  const month = new RegExp(`${Number(day.slice(0, 4))}年.*${Number(day.slice(5, 7))}月`)
  const next = page.getByRole('button', { name: text('calendar.calendar-next') })
  await next.waitFor()
  if ((await page.getByRole('heading', { name: month }).count()) > 0) return
  await keyboardOf(page).tabTo(next)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: month }).waitFor()
}
