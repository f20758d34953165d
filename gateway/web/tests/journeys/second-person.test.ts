import { instantAt } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { nameOf } from '../booking-steps.ts'
import { openBrowser } from '../browser.ts'
import { labelOf, wholeName } from '../staff-steps.ts'
import { type Reading, readingIn } from '../states/reading.ts'
import { ADMIN, STAFF } from '../states/states-bed.ts'
import { openTown } from '../town-bed.ts'

const JOURNEY_MS = 240_000

const town = await forThisFile(openTown({ now: instantAt(ORDINARY_DAY, '09:00') }))
const browsing = await forThisFile(openBrowser(town.url))

test(
  'P7: a closure beyond what one may hold in a day waits; a colleague sees what it is and allows it, and the same press does it',
  async () => {
    const text = await readingIn('ja')
    await using clerk = await browsing.visit({ cookie: await town.session(STAFF) })
    await clerk.page.goto('/staff/closings')
    await fill(clerk.page, text)
    await press(clerk.page, text('staff.closings-look'))
    await press(clerk.page, text('staff.closings-do'))
    await clerk.page
      .getByRole('alert')
      .filter({
        hasText: nameOf(text('staff-problems.second-person-needed', { hours: 732, hoursADay: 200 })),
      })
      .waitFor()

    await using colleague = await browsing.visit({ cookie: await town.session(ADMIN) })
    await colleague.page.goto('/staff/closings')
    const waiting = colleague.page.getByRole('region', { name: nameOf(text('holds.title')) })
    await waiting.getByText('床の張り替え').waitFor()
    await waiting.getByText(nameOf(text('holds.hours', { hours: 732 }))).waitFor()
    await press(colleague.page, text('holds.allow'))
    await colleague.page.getByText(nameOf(text('holds.allow-sure'))).waitFor()
    await press(colleague.page, text('holds.allow'))
    await colleague.page.getByText(nameOf(text('holds.may-be-done'))).waitFor()

    await press(clerk.page, text('staff.closings-do'))
    await clerk.page.getByText(nameOf(text('staff.closings-done', { spans: 61, count: 0 }))).waitFor()
  },
  JOURNEY_MS,
)

/** A room for two months, far ahead: 61 days of twelve hours. */
async function fill(page: Page, text: Reading): Promise<void> {
  await page.getByLabel(labelOf(text, 'staff.closings-rooms')).selectOption({ index: 1 })
  await page.getByLabel(labelOf(text, 'staff.closings-first')).fill(addDays(ORDINARY_DAY, 300))
  await page.getByLabel(labelOf(text, 'staff.closings-last')).fill(addDays(ORDINARY_DAY, 360))
  await page.getByLabel(labelOf(text, 'common.range-from')).selectOption('09:00')
  await page.getByLabel(labelOf(text, 'common.range-to')).selectOption('21:00')
  await page.getByLabel(labelOf(text, 'staff.hold-reason')).fill('床の張り替え')
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: wholeName(name) }).click()
}
