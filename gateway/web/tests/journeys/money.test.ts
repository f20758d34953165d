import { instantAt } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { usualDayFrom } from '@asaichi/town/demo/year-end.ts'
import { expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { applied, approved, labelOf } from '../staff-steps.ts'
import { readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'

const HARUKA = 'haruka@example.jp'
const STAFF = 'staff.mitaka@example.jp'
const JOURNEY_MS = 150_000
/** What no page of a free booking says, in any of the three languages. */
const PAYMENT = /円|請求|支払|使用料|利用料|領収|有料|お金|payment|invoice|\bfee\b|\byen\b/i

const town = await forThisFile(openTown({ now: instantAt(ORDINARY_DAY, '09:00') }))
const browsing = await forThisFile(openBrowser(town.url))
const date = usualDayFrom(addDays(ORDINARY_DAY, 16))

test(
  'M14: a free booking says no word of payment, on its page, where it is cancelled, and where it is printed',
  async () => {
    const booking = { mail: HARUKA, eventName: '朝の読書会', date, from: '09:00', to: '10:00' }
    const id = await approved(town, await applied(town, booking))
    await using visit = await browsing.visit({ cookie: await town.session(HARUKA) })
    const { page } = visit
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    for (const path of [`/reservations/${id}`, `/reservations/${id}/cancel`]) {
      await page.goto(path)
      await page.getByText('朝の読書会').first().waitFor()
      await page.waitForLoadState('networkidle')
      expect(await page.locator('main').textContent()).not.toMatch(PAYMENT)
    }
    expect(asked.filter(url => /^\/api\/.*\/(bill|fee|cancel-fee)\b/.test(new URL(url).pathname))).toEqual([])
  },
  JOURNEY_MS,
)

test(
  'T10, M14: staff write down what came, too little and then the rest, and the resident reads what is left and that it is paid',
  async () => {
    const text = await readingIn('ja')
    const booking = { mail: HARUKA, eventName: '朝の音楽会', date, from: '13:00', to: '15:00', paid: true }
    const id = await approved(town, await applied(town, booking))
    await using desk = await browsing.visit({ cookie: await town.session(STAFF) })
    await using own = await browsing.visit({ cookie: await town.session(HARUKA) })
    await own.page.goto(`/reservations/${id}`)
    await own.page.getByText(/1,200円を、.*までにお支払いください。/).waitFor()
    await desk.page.goto('/staff/money')
    await desk.page
      .getByRole('button', { name: new RegExp(`^${text('staff.money-open')}`) })
      .first()
      .click()
    const receive = async (yen: string, told: string) => {
      await desk.page.getByLabel(labelOf(text, 'staff.money-yen')).fill(yen)
      await desk.page.getByRole('button', { name: text('staff.money-receive-do') }).click()
      await desk.page.getByRole('status').getByText(told).waitFor()
    }
    await receive('５００', '記録しました。あと700円足りません。')
    await own.page.reload()
    await own.page.getByText(/500円を受け取りました。あと700円を/).waitFor()
    await receive('700', '記録しました。支払いが済みました。')
    await own.page.goto(`/reservations/${id}/payment-receipt`)
    await own.page.getByText('1,200円').first().waitFor()
    expect(await own.page.locator('main').innerText()).toContain('T0000000000000')
    for (const paper of ['payment-receipt', 'invoice']) {
      await own.page.goto(`/reservations/${id}/${paper}`)
      await own.page.getByText('T0000000000000').waitFor()
      const sheets = (await own.page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)
      expect(sheets, paper).toHaveLength(1)
    }
  },
  JOURNEY_MS,
)
