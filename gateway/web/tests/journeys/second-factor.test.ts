import { readFile } from 'node:fs/promises'
import { instantAt } from '@asaichi/calendar/instant.ts'
import { ORDINARY_DAY } from '@asaichi/calendar/trial-days.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { demoPerson } from '@asaichi/town/journey/demo-visitor.ts'
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { fieldOf } from '../account-steps.ts'
import { nameOf } from '../booking-steps.ts'
import { openBrowser } from '../browser.ts'
import { labelOf } from '../staff-steps.ts'
import { readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'

const STAFF = 'staff.mitaka@example.jp'
const ADMIN = 'admin.mitaka@example.jp'
const DESK = { width: 1280, height: 900 }
const JOURNEY_MS = 180_000

const town = await forThisFile(openTown({ now: instantAt(ORDINARY_DAY, '09:00') }))
const browsing = await forThisFile(openBrowser(town.url))
const text = await readingIn('ja')

const button = (page: Page, key: Parameters<typeof text>[0]) =>
  page.getByRole('button', { name: nameOf(text(key)) })
const later = async (minutes: number) =>
  town.hold(new Date(Date.parse(await town.now()) + minutes * 60_000).toISOString())
const digitsOf = async (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(await town.now()) })

test(
  'M9: staff set up an app on their page, and log in with its code and then with a recovery code',
  async () => {
    await using desk = await browsing.visit({ cookie: await town.session(STAFF), viewport: DESK })
    await desk.page.goto('/staff')
    await desk.page.getByRole('link', { name: nameOf(text('staff.account-title')) }).click()
    await button(desk.page, 'factor.begin').click()
    await desk.page.getByRole('img', { name: nameOf(text('factor.scan-alt')) }).waitFor()
    const secret = ((await desk.page.locator('.app-secret').textContent()) ?? '').replaceAll(' ', '')
    await desk.page.getByLabel(labelOf(text, 'factor.code-first')).fill(await digitsOf(secret))
    await button(desk.page, 'factor.confirm').click()
    await desk.page.locator('.recovery-codes code').first().waitFor()
    const codes = await desk.page.locator('.recovery-codes code').allTextContents()
    expect(codes).toHaveLength(10)
    for (const code of [async () => digitsOf(secret), async () => codes[0] ?? '']) {
      await later(1)
      await using visit = await browsing.visit({ viewport: DESK })
      await visit.page.goto('/login?city=mitaka&next=%2Fstaff')
      await visit.page.getByLabel(fieldOf(text, 'person.mail')).fill(STAFF)
      await visit.page.getByLabel(fieldOf(text, 'person.password')).fill(demoPerson(STAFF).password)
      await button(visit.page, 'account.login-next').click()
      await visit.page.getByLabel(labelOf(text, 'factor.code-app')).fill(await code())
      await button(visit.page, 'person.login-title').click()
      await visit.page.getByRole('heading', { level: 1, name: nameOf(text('staff.today-title')) }).waitFor()
    }
  },
  JOURNEY_MS,
)

test(
  'V9, M9: after ten minutes an admin is asked for a code in place, what was typed stays, and the act is done; a colleague’s app is removed',
  async () => {
    await using desk = await browsing.visit({ cookie: await town.session(ADMIN), viewport: DESK })
    const { page } = desk
    await page.goto('/admin/team')
    await page.getByLabel(labelOf(text, 'admin.invite-mail')).fill('nozaki@example.jp')
    await later(11)
    const before = await town.mailbox.mark()
    await button(page, 'admin.invite-send').click()
    const dialog = page.getByRole('dialog', { name: nameOf(text('factor.again-title')) })
    await dialog.waitFor()
    expect(await page.getByLabel(labelOf(text, 'admin.invite-mail')).inputValue()).toBe('nozaki@example.jp')
    const { code } = await town.mailbox.loginCode(ADMIN, before)
    await dialog.getByLabel(labelOf(text, 'factor.code-mail')).fill(code)
    await dialog.getByRole('button', { name: nameOf(text('factor.again-do')) }).click()
    await page.getByText('nozaki@example.jp').first().waitFor()
    await dialog.waitFor({ state: 'detached' })
    await button(page, 'admin.remove-app').click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: nameOf(text('admin.remove-app')) })
      .click()
    await page
      .getByRole('status')
      .getByText(/認証アプリの登録を消しました/)
      .waitFor()
    await button(page, 'admin.remove-app').waitFor({ state: 'detached' })
  },
  JOURNEY_MS,
)

test(
  'V9: a file is asked a code for, and comes; given up, nothing comes and the page stays',
  async () => {
    await using desk = await browsing.visit({ cookie: await town.session(ADMIN), viewport: DESK })
    const { page } = desk
    await page.goto('/staff/report')
    await button(page, 'report.file-xlsx').waitFor()
    await later(11)
    await button(page, 'report.file-xlsx').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: nameOf(text('common.cancel-action')) }).click()
    await page
      .getByRole('alert')
      .or(page.getByText(nameOf(text('common.problem-title'))))
      .first()
      .waitFor()
    const before = await town.mailbox.mark()
    await button(page, 'report.file-xlsx').click()
    const { code } = await town.mailbox.loginCode(ADMIN, before)
    await dialog.getByLabel(labelOf(text, 'factor.code-mail')).fill(code)
    const file = page.waitForEvent('download')
    await dialog.getByRole('button', { name: nameOf(text('factor.again-do')) }).click()
    expect((await file).suggestedFilename()).toMatch(/^riyo-.*\.xlsx$/)
    await page.getByLabel(labelOf(text, 'report.encoding')).selectOption('shift_jis')
    const table = page.waitForEvent('download')
    await button(page, 'report.file-purposes').click()
    const bytes = await readFile(await (await table).path())
    expect(new TextDecoder('shift_jis', { fatal: true }).decode(bytes)).toMatch(/^利用目的,利用時間,/)
  },
  JOURNEY_MS,
)

test(
  'D23: after thirty idle minutes the page says that the login has ended, and what was typed stays',
  async () => {
    await using desk = await browsing.visit({ cookie: await town.session(ADMIN), viewport: DESK })
    const { page } = desk
    await page.goto('/admin/team')
    const mail = page.getByLabel(labelOf(text, 'admin.invite-mail'))
    await mail.fill('typed@example.jp')
    await later(31)
    await button(page, 'admin.invite-send').click()
    await page.getByText(nameOf(text('session.ended-title'))).waitFor()
    await page
      .getByRole('alert')
      .getByRole('link', { name: nameOf(text('common.login')) })
      .click()
    await page.getByRole('button', { name: '三鷹市' }).click()
    await page.getByLabel(fieldOf(text, 'person.mail')).fill(ADMIN)
    await page.getByLabel(fieldOf(text, 'person.password')).fill(demoPerson(ADMIN).password)
    const before = await town.mailbox.mark()
    await button(page, 'account.login-next').click()
    const { code } = await town.mailbox.loginCode(ADMIN, before)
    await page.getByLabel(labelOf(text, 'account.code')).fill(code)
    await button(page, 'person.login-title').click()
    await expect.poll(() => mail.inputValue()).toBe('typed@example.jp')
  },
  JOURNEY_MS,
)
