import { instantAt } from '@asaichi/calendar/instant.ts'
import { ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { axeViolations } from '../axe.ts'
import { nameOf } from '../booking-steps.ts'
import { DESK, openBrowser, PHONE } from '../browser.ts'
import { bookableDay } from '../days.ts'
import { reflowProblems } from '../reflow.ts'
import { applied, approved, VENUE } from '../staff-steps.ts'
import { readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'

const MINAMI = 'minami@example.jp'
const STAFF = 'staff.mitaka@example.jp'
const ADMIN = 'admin.mitaka@example.jp'
const JOURNEY_MS = 150_000
const date = bookableDay(ORDINARY_DAY)

const text = await readingIn('ja')
const town = await forThisFile(openTown({ now: instantAt(ORDINARY_DAY, '10:00') }))
const browsing = await forThisFile(openBrowser(town.url))
const door = town.keypad(`${VENUE}-genkan`)

test(
  'V14: at a door that is cut off, staff give a number that an admin had put in store; it opens, and comes by mail',
  async () => {
    {
      await using visit = await browsing.visit({
        cookie: await town.session(ADMIN),
        viewport: DESK,
        bypassCSP: true,
      })
      const { page } = visit
      await page.goto('/staff/locks/emergency')
      const hall = page
        .getByRole('region')
        .or(page.locator('section.emergency'))
        .filter({ hasText: '井の頭東部' })
      await hall.getByRole('button', { name: nameOf(text('emergency.spares-keep')) }).click()
      await page.getByRole('button', { name: nameOf(text('emergency.spares-keep-do')) }).click()
      await hall.getByText(text('emergency.spares-changed')).waitFor()
      await expect
        .poll(
          async () => {
            await page.reload()
            await hall.first().waitFor()
            return hall.getByText(text('emergency.spares-on-lock', { count: '2' })).count()
          },
          { timeout: 30_000 },
        )
        .toBeGreaterThan(0)
      expect(await axeViolations(page)).toEqual([])
    }
    const booking = { mail: MINAMI, date, from: '10:00', to: '12:00', eventName: '合唱の会' }
    const reservationId = await approved(town, await applied(town, booking))
    await door.hears(false)
    await town.hold(instantAt(date, '09:30'))
    const since = await town.mailbox.mark()
    await using visit = await browsing.visit({
      cookie: await town.session(STAFF),
      viewport: PHONE,
      bypassCSP: true,
    })
    const { page } = visit
    await page.goto(`/staff/timeline?venue=${VENUE}&date=${date}&booking=${reservationId}`)
    const lines = page.getByRole('listitem').filter({ hasText: text('spare.ready') })
    const line = lines.filter({ hasText: '玄関' })
    await line.getByRole('button', { name: nameOf(text('spare.give')) }).click()
    await page.getByText(text('spare.text')).waitFor()
    await page.getByRole('button', { name: nameOf(text('spare.do')) }).click()
    const number = ((await page.locator('.spare-number').textContent()) ?? '').replace(' ', '')
    expect(number).toMatch(/^\d{8}$/)
    expect(await axeViolations(page)).toEqual([])
    expect(await reflowProblems(page)).toEqual([])
    expect(page.url()).not.toContain(number)
    expect(await door.opensWith(number)).toBe(true)
    const mail = await town.mailbox.waitFor(MINAMI, /鍵の番号が変わりました/, since)
    expect(mail.text).toContain(number)
    await page.getByRole('button', { name: nameOf(text('spare.close')) }).click()
    await page.getByText(text('spare.is-given')).waitFor()
    await page.reload()
    await page.getByText(text('spare.is-given')).waitFor()
    expect(await page.getByText(number).count()).toBe(0)
  },
  JOURNEY_MS,
)
