import { instantAt } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import { getCity, putCity } from '@asaichi/contract/catalog/city.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { valueOf } from '@asaichi/testkit/outcome.ts'
import { usualDayFrom } from '@asaichi/town/demo/year-end.ts'
import { expect, test } from 'vitest'
import { nameOf } from '../booking-steps.ts'
import { openBrowser } from '../browser.ts'
import { keyboardOf } from '../keyboard.ts'
import { applied, approved, VENUE } from '../staff-steps.ts'
import { readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'

const HARUKA = 'haruka@example.jp'
const STAFF = 'staff.mitaka@example.jp'
const JOURNEY_MS = 240_000

const town = await forThisFile(openTown({ now: instantAt(ORDINARY_DAY, '09:00') }))
const browsing = await forThisFile(openBrowser(town.url))

test(
  'G15, T11: my page asks how many came, the owner writes it with the keyboard, staff correct it on the day’s list, and the report counts it',
  async () => {
    const text = await readingIn('ja')
    const kinds = [
      { kindId: 'adult', name: '大人' },
      { kindId: 'child', name: '子ども' },
    ]
    const { policy, ...city } = valueOf(await town.call(getCity, { cityId: 'mitaka' }))
    const asking = { ...city, policy: { ...policy, headcount: { kinds, days: 14 } } }
    valueOf(await town.call(putCity, { actor: 'system', city: asking }))
    const date = usualDayFrom(addDays(ORDINARY_DAY, 16))
    const reservationId = await approved(
      town,
      await applied(town, { mail: HARUKA, date, from: '09:00', to: '10:00', eventName: '朝の会' }),
    )
    await town.hold(instantAt(date, '10:30'))
    // The sessions of the weeks before have ended.
    for (const mail of [STAFF, HARUKA]) await town.visitor(mail).login()

    await using resident = await browsing.visit({ cookie: await town.session(HARUKA) })
    const { page } = resident
    const keyboard = keyboardOf(page)
    await page.goto('/my')
    const wanted = page.getByRole('region', { name: nameOf(text('headcount.wanted-title')) })
    await wanted.getByRole('link').click()
    await keyboard.type('大人', '１２')
    await keyboard.press('button', text('headcount.save'))
    await page
      .getByRole('link', { name: text('headcount.error', { name: '子ども', most: 99_999 }) })
      .waitFor()
    await keyboard.type('子ども', '3')
    await keyboard.press('button', text('headcount.save'))
    await page.getByText(text('headcount.count', { count: 15 })).waitFor()
    await page.goto('/my?tab=over')
    await page.getByText('朝の会').waitFor()
    expect(await wanted.count()).toBe(0)

    await using desk = await browsing.visit({ cookie: await town.session(STAFF) })
    await desk.page.goto(`/staff/timeline?venue=${VENUE}&date=${date}&booking=${reservationId}`)
    await desk.page.getByRole('button', { name: nameOf(text('headcount.correct')) }).click()
    await desk.page.getByLabel('大人').fill('20')
    await desk.page.getByRole('button', { name: nameOf(text('headcount.save')) }).click()
    await desk.page.getByText(text('headcount.count', { count: 23 })).waitFor()
    await desk.page.goto('/staff/report?of=this-year')
    const row = desk.page
      .getByRole('table', { name: text('report.by-venue') })
      .getByRole('row')
      .nth(1)
    await row.waitFor()
    expect((await row.getByRole('cell').allTextContents()).slice(1)).toEqual(['20', '3', '23', '1', '1'])
  },
  JOURNEY_MS,
)
