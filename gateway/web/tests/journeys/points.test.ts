import { instantAt } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import { getCity, putCity } from '@asaichi/contract/catalog/city.ts'
import type { PointRules } from '@asaichi/contract/catalog/points.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { valueOf } from '@asaichi/testkit/outcome.ts'
import { usualDayFrom } from '@asaichi/town/demo/year-end.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { applyPath, fillApplication, nameOf } from '../booking-steps.ts'
import { openBrowser } from '../browser.ts'
import { keyboardOf } from '../keyboard.ts'
import { applied, approved, VENUE, wholeName } from '../staff-steps.ts'
import { readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'

const HARUKA = 'haruka@example.jp'
const STAFF = 'staff.mitaka@example.jp'
const WHY = '電車が止まっていたため'
const JOURNEY_MS = 240_000

const town = await forThisFile(openTown({ now: instantAt(ORDINARY_DAY, '09:00') }))
const browsing = await forThisFile(openBrowser(town.url))

test(
  'G8: a late cancel is told, gives points and a mail; nobody came, and a ban says until when; staff waive, and it is over',
  async () => {
    const text = await readingIn('ja')
    await giving({
      lateCancel: { withinDays: 60, points: 1 },
      noShow: 2,
      bannedAt: 3,
      countedDays: 180,
      banDays: 30,
    })
    const date = usualDayFrom(addDays(ORDINARY_DAY, 15))
    const book = async (from: string, to: string, eventName: string) =>
      approved(town, await applied(town, { mail: HARUKA, date, from, to, eventName }))
    const [cancelled, missed] = [
      await book('09:00', '10:00', '朝の会'),
      await book('13:00', '14:00', '昼の会'),
    ]

    await using resident = await browsing.visit({ cookie: await town.session(HARUKA) })
    const since = await town.mailbox.mark()
    await resident.page.goto(`/reservations/${cancelled}/cancel`)
    await seen(resident.page, text('points.cancel-gives', { points: 1 }))
    await keyboardOf(resident.page).press('button', text('reservation.cancel-do'))
    await seen(resident.page, text('reservation.cancelled-title'))
    const cause = text('points.cause-late-cancel')
    await seen(resident.page, text('points.gave', { points: 1, cause }))
    const mail = await town.mailbox.waitFor(HARUKA, /1点がつきました/, since)
    expect(mail.text).toContain('今の点は1点です')

    await town.hold(instantAt(date, '14:30'))
    // The sessions of the weeks before have ended.
    for (const mail of [STAFF, HARUKA]) await town.visitor(mail).login()
    await using desk = await browsing.visit({ cookie: await town.session(STAFF) })
    await desk.page.goto(`/staff/timeline?venue=${VENUE}&date=${date}&booking=${missed}`)
    await desk.page.getByRole('button', { name: wholeName(text('point-desk.mark')) }).click()
    await seen(desk.page, text('point-desk.mark-sure', { points: 2 }))
    await desk.page.getByRole('button', { name: wholeName(text('point-desk.mark-do')) }).click()
    await desk.page.getByRole('button', { name: nameOf(text('point-desk.unmark')) }).waitFor()

    await using later = await browsing.visit({ cookie: await town.session(HARUKA) })
    const { page } = later
    await page.goto('/my')
    await seen(page, text('points.banned-title'))
    await page.goto(applyPath({ date: usualDayFrom(addDays(date, 15)), from: '13:00', to: '15:00' }))
    await fillApplication(page, keyboardOf(page), text)
    await keyboardOf(page).press('button', text('press.send'))
    await page.getByText(/まで申し込めません。すでにある予約はそのまま使えます/).waitFor()

    const { personId } = await bookingOf(missed)
    await desk.page.goto(`/staff/people/${personId}`)
    await desk.page
      .getByRole('button', { name: nameOf(text('point-desk.waive')) })
      .first()
      .click()
    await desk.page.getByLabel(nameOf(text('point-desk.reason'))).fill(WHY)
    await desk.page.getByRole('button', { name: wholeName(text('point-desk.waive-do')) }).click()
    await seen(desk.page, text('point-desk.waived-done'))

    await page.goto('/account')
    await page.getByText(WHY).waitFor()
    await seen(page, text('session.act-waive-points'))
    await seen(page, text('session.act-mark-no-show'))
    expect(await page.getByText(nameOf(text('points.banned-title'))).count()).toBe(0)
  },
  JOURNEY_MS,
)

async function giving(points: PointRules): Promise<void> {
  const { policy, ...city } = valueOf(await town.call(getCity, { cityId: 'mitaka' }))
  const changed = { ...city, policy: { ...policy, points } }
  valueOf(await town.call(putCity, { actor: 'system', city: changed }))
}

async function bookingOf(reservationId: string): Promise<{ readonly personId: string }> {
  const { body } = await town.visitor(STAFF).get(`/api/reservations/${reservationId}`)
  return z.object({ personId: z.string() }).parse(body)
}

async function seen(page: Page, words: string): Promise<void> {
  await page.getByText(nameOf(words)).first().waitFor()
}
