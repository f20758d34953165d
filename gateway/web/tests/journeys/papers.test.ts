import { readFile } from 'node:fs/promises'
import { instantAt } from '@asaichi/calendar/instant.ts'
import { ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { nameOf } from '../booking-steps.ts'
import { openBrowser } from '../browser.ts'
import { bookableDay } from '../days.ts'
import { applied, approved, VENUE } from '../staff-steps.ts'
import { readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'

const HARUKA = 'haruka@example.jp'
const STAFF = 'staff.mitaka@example.jp'
const JOURNEY_MS = 150_000

const town = await forThisFile(openTown({ now: instantAt(ORDINARY_DAY, '09:00') }))
const browsing = await forThisFile(openBrowser(town.url))

test(
  'R16, R22, T4: permit and invoice come as PDF to their owner, the day’s sheet to staff; a receipt before a payment is refused in words',
  async () => {
    const text = await readingIn('ja')
    const date = bookableDay(ORDINARY_DAY, 16)
    const booking = { mail: HARUKA, date, from: '09:00', to: '10:00', eventName: '朝の会', paid: true }
    const reservationId = await approved(town, await applied(town, booking))
    await using resident = await browsing.visit({ cookie: await town.session(HARUKA) })
    const { page } = resident
    await page.goto(`/reservations/${reservationId}`)
    expect(await saved(page, text('reservation.permit-pdf'))).toBe('kyokasho.pdf')
    await page.goto(`/reservations/${reservationId}/invoice`)
    expect(await saved(page, text('reservation.bill-pdf'))).toBe('seikyusho.pdf')
    await page.goto(`/reservations/${reservationId}/payment-receipt`)
    await page.getByRole('button', { name: nameOf(text('reservation.bill-pdf')) }).click()
    await page.getByText(text('problems.no-such-paper')).waitFor()
    await using desk = await browsing.visit({ cookie: await town.session(STAFF) })
    // The one that is printed at the desk is the resident's all the same.
    await desk.page.goto(`/reservations/${reservationId}`)
    await expect.poll(() => desk.page.locator('.permit').textContent()).toContain('市川 はるか')
    await desk.page.goto(`/staff/timeline?venue=${VENUE}&date=${date}`)
    expect(await saved(desk.page, text('staff.sheet-pdf'))).toBe(`riyoyotei-${VENUE}-${date}.pdf`)
  },
  JOURNEY_MS,
)

/** Presses the button, and answers the name of the PDF that comes. */
async function saved(page: Page, button: string): Promise<string> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: nameOf(button) }).click()
  const file = await coming
  expect((await readFile(await file.path())).subarray(0, 8).toString()).toBe('%PDF-1.7')
  return file.suggestedFilename()
}
