import { instantAt } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import { getCity, putCity } from '@asaichi/contract/catalog/city.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { valueOf } from '@asaichi/testkit/outcome.ts'
import { usualDayFrom } from '@asaichi/town/demo/year-end.ts'
import { expect, test } from 'vitest'
import { applyPath, fillApplication, headed } from '../booking-steps.ts'
import { openBrowser } from '../browser.ts'
import { keyboardOf } from '../keyboard.ts'
import { approved } from '../staff-steps.ts'
import { readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'

const MINAMI = 'minami@example.jp'
const STAFF = 'staff.mitaka@example.jp'
const PURPOSES = [
  { purposeId: 'music', name: '音楽の練習' },
  { purposeId: 'talk', name: '会議・学習会' },
]
const JOURNEY_MS = 150_000

const town = await forThisFile(openTown({ now: instantAt(ORDINARY_DAY, '09:00') }))
const browsing = await forThisFile(openBrowser(town.url))
const date = usualDayFrom(addDays(ORDINARY_DAY, 16))

test(
  'M24, T11: a city asks what the use is for; it is chosen with the keyboard, missed, read, corrected, and counted by the report',
  async () => {
    const text = await readingIn('ja')
    const { policy, ...city } = valueOf(await town.call(getCity, { cityId: 'mitaka' }))
    const asking = { ...city, policy: { ...policy, purposes: PURPOSES } }
    valueOf(await town.call(putCity, { actor: 'system', city: asking }))
    await using visit = await browsing.visit({ cookie: await town.session(MINAMI) })
    const { page } = visit
    const keyboard = keyboardOf(page)
    await page.goto(applyPath({ date, from: '10:00', to: '12:00' }))
    await page.getByLabel(text('booking.purpose')).waitFor()
    await keyboard.press('button', text('booking.to-confirm'))
    await page.getByRole('link', { name: text('booking.error-purpose') }).waitFor()
    await keyboard.select(text('booking.purpose'), '会議・学習会')
    await fillApplication(page, keyboard, text)
    await page.getByText('会議・学習会').waitFor()
    await keyboard.press('button', text('press.send'))
    await headed(page, text('receipt.done-title'))
    await page.getByRole('link', { name: text('receipt.done-see') }).click()
    await page.getByText('会議・学習会').waitFor()
    const reservationId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await page.goto(`/reservations/${reservationId}/details`)
    expect(await page.getByLabel(text('own.purpose')).inputValue()).toBe('talk')
    await page.getByLabel(text('own.purpose')).selectOption('music')
    await page.getByRole('button', { name: text('move.details-save') }).click()
    await page.getByText('音楽の練習').waitFor()
    await approved(town, reservationId)
    await using desk = await browsing.visit({ cookie: await town.session(STAFF) })
    await desk.page.goto('/staff/report?of=this-year')
    const table = desk.page.getByRole('table', { name: text('report.by-purpose') })
    await table.getByText('音楽の練習').waitFor()
  },
  JOURNEY_MS,
)
