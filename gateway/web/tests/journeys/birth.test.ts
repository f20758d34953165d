import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { exactly, fieldOf, typeCode, typePassword } from '../account-steps.ts'
import { headed, nameOf } from '../booking-steps.ts'
import { openBrowser } from '../browser.ts'
import { fillCity } from '../city-steps.ts'
import { keyboardOf } from '../keyboard.ts'
import { labelOf } from '../staff-steps.ts'
import { type Reading, readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'

const PASSWORD = 'asagohan-to-misoshiru'
const JOURNEY_MS = 150_000

const town = await forThisFile(openTown())
const browsing = await forThisFile(openBrowser(town.url))

test(
  'V9: from a link told at the machine to a city with an admin and staff, all in a browser',
  async () => {
    const text = await readingIn('ja')
    const operator = { mail: 'unyo@example.jp', name: '運用 五郎', kana: 'ウンヨウ ゴロウ' }
    const admin = { mail: 'asahi.admin@example.jp', name: '朝日 一郎', kana: 'アサヒ イチロウ' }
    const staff = { mail: 'asahi.staff@example.jp', name: '朝日 花子', kana: 'アサヒ ハナコ' }

    await using atOperator = await browsing.visit()
    await takeInvitation(atOperator.page, text, {
      ...operator,
      token: await town.operatorToken(operator.mail),
    })
    await logIn(atOperator.page, text, operator.mail)
    await headed(atOperator.page, text('admin.cities-title'))
    await makeCity(atOperator.page, text)
    await headed(atOperator.page, text('admin.city-title', { name: '朝日市' }))
    const toAdmin = await invite(atOperator.page, text, admin.mail)

    await using atAdmin = await browsing.visit()
    await takeInvitation(atAdmin.page, text, { ...admin, token: toAdmin })
    await logIn(atAdmin.page, text, admin.mail)
    await atAdmin.page.getByRole('link', { name: nameOf(text('staff.nav-admin')) }).click()
    await headed(atAdmin.page, text('admin.set-home-title'))
    await atAdmin.page.getByRole('link', { name: nameOf(text('admin.set-home-team')) }).click()
    await headed(atAdmin.page, text('admin.team-title'))
    await atAdmin.page.getByText('朝日市').first().waitFor()
    const toStaff = await invite(atAdmin.page, text, staff.mail)

    await using atStaff = await browsing.visit()
    await takeInvitation(atStaff.page, text, { ...staff, token: toStaff })
    await logIn(atStaff.page, text, staff.mail)
    await headed(atStaff.page, text('staff.today-title'))
    await atStaff.page.goto('/admin/team')
    await atStaff.page.getByText(nameOf(text('session.staff-only-title'))).waitFor()

    await atAdmin.page.reload()
    const member = atAdmin.page.getByRole('listitem').filter({ hasText: staff.mail })
    await member.getByText(staff.name).first().waitFor()
    const removing = atAdmin.page.getByRole('button', { name: nameOf(text('admin.remove')) })
    expect(await removing.count()).toBe(2)
  },
  JOURNEY_MS,
)

type Invited = Readonly<Record<'token' | 'name' | 'kana', string>>

async function takeInvitation(page: Page, text: Reading, { token, name, kana }: Invited): Promise<void> {
  await page.goto(`/invitation#token=${encodeURIComponent(token)}`)
  const keyboard = keyboardOf(page)
  await keyboard.type(fieldOf(text, 'person.name'), name)
  await keyboard.type(fieldOf(text, 'person.kana'), kana)
  await keyboard.type(exactly(text('person.year')), '1980')
  await keyboard.type(exactly(text('person.month')), '5')
  await keyboard.type(exactly(text('person.day')), '5')
  await keyboard.type(fieldOf(text, 'person.postal-code'), '1000001')
  await keyboard.type(fieldOf(text, 'person.address'), '朝日市本町1-1')
  await keyboard.type(fieldOf(text, 'person.phone'), '0312345678')
  await keyboard.type(fieldOf(text, 'person.password'), PASSWORD)
  await keyboard.press('button', text('invitation.accept'))
  await headed(page, text('invitation.done-title'))
  await page
    .getByRole('main')
    .getByRole('link', { name: nameOf(text('common.login')) })
    .click()
}

async function logIn(page: Page, text: Reading, mail: string): Promise<void> {
  const seen = await town.mailbox.mark()
  await typePassword(keyboardOf(page), text, { page, who: mail, password: PASSWORD })
  await typeCode(keyboardOf(page), text, (await town.mailbox.loginCode(mail, seen)).code)
}

async function makeCity(page: Page, text: Reading): Promise<void> {
  await fillCity(page, text)
  await page.getByRole('button', { name: nameOf(text('admin.city-create')) }).click()
}

/** Answers the token of the mailed link. */
async function invite(page: Page, text: Reading, mail: string): Promise<string> {
  const before = await town.mailbox.mark()
  await page.getByLabel(labelOf(text, 'admin.invite-mail')).fill(mail)
  await page.getByRole('button', { name: nameOf(text('admin.invite-send')) }).click()
  const sent = await town.mailbox.waitFor(mail, /#token=\S+/, before)
  return decodeURIComponent(/#token=(\S+)/.exec(sent.text)?.[1] ?? '')
}
