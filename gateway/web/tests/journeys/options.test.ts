import { instantAt } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { usualDayFrom } from '@asaichi/town/demo/year-end.ts'
import { expect, test } from 'vitest'
import { applyPath, fillApplication, headed } from '../booking-steps.ts'
import { openBrowser } from '../browser.ts'
import { keyboardOf } from '../keyboard.ts'
import { applied, approved, VENUE } from '../staff-steps.ts'
import { readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'

const MINAMI = 'minami@example.jp'
const HARUKA = 'haruka@example.jp'
const STAFF = 'staff.mitaka@example.jp'
const JOURNEY_MS = 150_000

const town = await forThisFile(openTown({ now: instantAt(ORDINARY_DAY, '09:00') }))
const browsing = await forThisFile(openBrowser(town.url))
const date = usualDayFrom(addDays(ORDINARY_DAY, 16))
const MORNING = { date, from: '10:00', to: '12:00' } as const
const AFTERNOON = { date, from: '13:00', to: '15:00' } as const

test(
  'G10: a resident orders a projector with the keyboard and reads it with its fee before and after sending; staff and the invoice say the same',
  async () => {
    const text = await readingIn('ja')
    await using visit = await browsing.visit({ cookie: await town.session(MINAMI) })
    const { page } = visit
    const keyboard = keyboardOf(page)
    await page.goto(applyPath(MORNING))
    await keyboard.select(/^プロジェクター/, text('press.option-count', { count: 1, yen: '500円' }))
    await fillApplication(page, keyboard, text)
    const ordered = () => page.getByText('プロジェクター × 1 500円').waitFor()
    await ordered()
    await keyboard.press('button', text('press.send'))
    await headed(page, text('receipt.done-title'))
    await ordered()
    await page.getByRole('link', { name: text('receipt.done-see') }).click()
    await ordered()
    const reservationId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await using desk = await browsing.visit({ cookie: await town.session(STAFF) })
    await desk.page.goto(`/staff/timeline?venue=${VENUE}&date=${date}`)
    await desk.page
      .getByRole('button', { name: /読書会/ })
      .first()
      .click()
    await desk.page.getByText('プロジェクター × 1 500円').waitFor()
    await approved(town, reservationId)
    await page.goto(`/reservations/${reservationId}/invoice`)
    await ordered()
    expect(await page.locator('.paper__sum').innerText()).toBe('500円')
  },
  JOURNEY_MS,
)

test(
  'G10: where somebody else has the projector nothing is booked, the form says so at the field, and what was typed stays',
  async () => {
    const text = await readingIn('ja')
    const options = [{ optionId: 'projector', count: 1 }]
    await applied(town, { mail: HARUKA, ...AFTERNOON, eventName: '映画の会', room: 'washitsu', options })
    await using visit = await browsing.visit({ cookie: await town.session(MINAMI) })
    const { page } = visit
    const keyboard = keyboardOf(page)
    await page.goto(applyPath(AFTERNOON))
    await keyboard.select(/^プロジェクター/, text('press.option-count', { count: 1, yen: '500円' }))
    await fillApplication(page, keyboard, text)
    await keyboard.press('button', text('press.send'))
    await page
      .getByRole('alert')
      .getByText(text('reasons.option-gone', { name: 'プロジェクター', left: 0 }))
      .waitFor()
    expect(await page.getByLabel(text('booking.event-name')).inputValue()).toBe('読書会')
    expect(await page.getByLabel(/^プロジェクター/).inputValue()).toBe('1')
    await keyboard.select(/^プロジェクター/, text('press.option-none'))
    await keyboard.press('button', text('booking.to-confirm'))
    await keyboard.press('button', text('press.send'))
    await headed(page, text('receipt.done-title'))
    expect(await page.getByText('プロジェクター').count()).toBe(0)
  },
  JOURNEY_MS,
)
