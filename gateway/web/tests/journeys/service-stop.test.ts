import { instantAt } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import { getCity, putCity } from '@asaichi/contract/catalog/city.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { valueOf } from '@asaichi/testkit/outcome.ts'
import { usualDayFrom } from '@asaichi/town/demo/year-end.ts'
import { expect, test } from 'vitest'
import { applyPath, fillApplication, nameOf } from '../booking-steps.ts'
import { openBrowser } from '../browser.ts'
import { keyboardOf } from '../keyboard.ts'
import { readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'

const HARUKA = 'haruka@example.jp'
const WHY = '機器の点検のため、手続きを休みます。'
const JOURNEY_MS = 150_000

const town = await forThisFile(openTown({ now: instantAt(ORDINARY_DAY, '09:00') }))
const browsing = await forThisFile(openBrowser(town.url))

test(
  'G14, S2: a stop is told on every page before it and in it, a press says why and until when, and what was typed stays',
  async () => {
    const text = await readingIn('ja')
    const until = addDays(ORDINARY_DAY, 1)
    const { policy, ...city } = valueOf(await town.call(getCity, { cityId: 'mitaka' }))
    const stop = { from: ORDINARY_DAY, fromTime: '12:00', to: until, toTime: '08:00', text: WHY }
    const stopped = { ...city, policy: { ...policy, serviceStops: [stop] } }
    valueOf(await town.call(putCity, { actor: 'system', city: stopped }))
    await using visit = await browsing.visit({ cookie: await town.session(HARUKA) })
    const { page } = visit
    const date = usualDayFrom(addDays(ORDINARY_DAY, 15))
    await page.goto(applyPath({ date, from: '13:00', to: '15:00' }))
    const banner = page.getByRole('link', { name: /手続き.*の休み：/ }).first()
    await banner.waitFor()
    await fillApplication(page, keyboardOf(page), text)
    await town.hold(instantAt(ORDINARY_DAY, '13:00'))
    await keyboardOf(page).press('button', text('press.send'))
    await page.getByText(WHY).waitFor()
    await page.getByText(/08:00まで、申込みや取り消しなどの手続きはできません/).waitFor()
    await keyboardOf(page).press('button', text('press.correct'))
    await expect.poll(() => page.getByLabel(nameOf(text('booking.event-name'))).inputValue()).toBe('読書会')
    await banner.click()
    await page.getByText(/抽選は予定のとおり行います/).waitFor()
  },
  JOURNEY_MS,
)
