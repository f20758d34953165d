import type { Page } from 'playwright-core'
import { z } from 'zod'
import { fieldOf } from '../account-steps.ts'
import { nameOf } from '../booking-steps.ts'
import { labelOf } from '../staff-steps.ts'
import { inMitaka } from './reader/in-mitaka.ts'
import type { Reading } from './reading.ts'
import { button } from './staff.ts'
import type { ScreenState } from './state.ts'
import { ADMIN, type StatesBed } from './states-bed.ts'

/** R21 and T15. */
export const teamStates: readonly ScreenState[] = [
  {
    screen: 'R21',
    name: 'R21 an invitation',
    as: 'anyone',
    path: invitationPath,
    reach: asked,
    step: 'initial',
  },
  {
    screen: 'R21',
    name: 'R21 an invitation, typed',
    as: 'anyone',
    path: invitationPath,
    reach: async (page, _, text) => {
      await page.getByLabel(fieldOf(text, 'person.name')).fill('野崎 次郎')
      await page.getByLabel(fieldOf(text, 'person.address')).fill('東京都三鷹市野崎一丁目1番1号')
    },
    step: 'filled',
  },
  {
    screen: 'R21',
    name: 'R21 an invitation, nothing typed',
    as: 'anyone',
    path: invitationPath,
    reach: async (page, bed, text) => {
      await asked(page, bed, text)
      await button(page, text('invitation.accept')).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
  {
    screen: 'R21',
    name: 'R21 an invitation that is over',
    as: 'anyone',
    path: () => '/invitation#token=used',
    reach: async (page, _, text) => {
      await page.getByText(nameOf(text('invitation.over'))).waitFor()
    },
    step: 'error',
  },
  {
    screen: 'T15',
    name: 'T15 the team of a city',
    as: 'admin',
    path: teamPath,
    reach: async (page, _, text) => {
      await page
        .getByText(nameOf(text('admin.act-invite-member')))
        .first()
        .waitFor()
    },
    step: 'initial',
  },
  {
    screen: 'T15',
    name: 'T15 the team, somebody invited',
    as: 'admin',
    path: teamPath,
    reach: async (page, _, text) => {
      await page.getByLabel(labelOf(text, 'admin.invite-mail')).fill('hanako.nozaki@example.jp')
      await page.getByRole('radio', { name: nameOf(text('states.role-admin')) }).check()
    },
    step: 'filled',
  },
  {
    screen: 'T15',
    name: 'T15 the team, the last admin stays',
    as: 'admin',
    path: teamPath,
    reach: async (page, _, text) => {
      const own = page.getByRole('listitem').filter({ hasText: nameOf(text('admin.you')) })
      await own.getByRole('button', { name: nameOf(text('admin.remove')) }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: nameOf(text('admin.remove')) }).click()
      await dialog.getByText(nameOf(text('staff-problems.last-admin'))).waitFor()
    },
    step: 'error',
  },
  {
    screen: 'T15',
    name: 'T15 the team, no address typed',
    as: 'admin',
    path: teamPath,
    reach: async (page, _, text) => {
      await button(page, text('admin.invite-send')).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
]

async function asked(page: Page, _: StatesBed, text: Reading): Promise<void> {
  await button(page, text('invitation.accept')).waitFor()
}

async function teamPath(bed: StatesBed): Promise<string> {
  await invitation(bed)
  return '/admin/team'
}

async function invitationPath(bed: StatesBed): Promise<string> {
  return `/invitation#token=${encodeURIComponent(await invitation(bed))}`
}

/** The token of an invitation that nobody has taken. */
function invitation({ town, once }: StatesBed): Promise<string> {
  return once('an invitation', async () => {
    const mail = 'nozaki@example.jp'
    const before = await town.mailbox.mark()
    const answer = await town
      .visitor(ADMIN)
      .post('/api/cities/mitaka/team/invitations', { mail, role: 'staff' })
    z.object({ invitationId: z.string() }).parse(answer.body)
    const { text } = await town.mailbox.waitFor(mail, /#token=\S+/, before)
    return decodeURIComponent(/#token=(\S+)/.exec(text)?.[1] ?? '')
  })
}

const ACCOUNT = '/staff/account'
const CHALLENGE = '0192f0c4-7b3a-7d5e-8f10-000000000009'
const CODES = ['k7mp-2xqd-9hsw-4tzb', 'a3fn-8ycr-6jve-5guk', 'w9dh-4bsm-2pxt-7qzc', 'e6rj-3kvn-8fya-9mgw']

/** T20, the code that is asked for once more (V9), and the login of who has set up an app (M9). Where an app would be set up for good, the answer is a stand-in: the people are everybody's. */
export const secondFactorStates: readonly ScreenState[] = [
  {
    screen: 'T20',
    name: 'T20 the own app, none yet',
    as: 'staff',
    path: () => ACCOUNT,
    reach: async (page, _, text) => button(page, text('factor.begin')).waitFor(),
    step: 'initial',
  },
  {
    screen: 'T20',
    name: 'T20 the own app, to be scanned',
    as: 'staff',
    path: () => ACCOUNT,
    reach: async (page, _, text) => {
      await begun(page, text)
      await page.getByLabel(labelOf(text, 'factor.code-first')).fill('123456')
    },
    step: 'filled',
  },
  {
    screen: 'T20',
    name: 'T20 the own app, no code typed',
    as: 'staff',
    path: () => ACCOUNT,
    reach: async (page, _, text) => {
      await begun(page, text)
      await button(page, text('factor.confirm')).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
  {
    screen: 'T20',
    name: 'T20 the own app, its recovery codes',
    as: 'staff',
    path: () => ACCOUNT,
    reach: async (page, _, text) => {
      await page.route('**/api/second-factor/confirm', route =>
        route.fulfill({ json: { recoveryCodes: [...CODES, ...CODES.map(code => code.toUpperCase())] } }),
      )
      await begun(page, text)
      await page.getByLabel(labelOf(text, 'factor.code-first')).fill('123456')
      await button(page, text('factor.confirm')).click()
      await page.locator('.recovery-codes').waitFor()
    },
    step: 'initial',
  },
  {
    screen: 'T11',
    name: 'T11 a file, and a code asked for once more',
    as: 'staff',
    path: () => '/staff/report',
    reach: async (page, _, text) => {
      const problem = { code: 'step-up-needed', status: 403, title: '', detail: '' }
      await page.route('**/api/staff/use-report.xlsx*', route =>
        route.fulfill({ status: 403, json: problem }),
      )
      await asksForApp(page, '**/api/step-up')
      await button(page, text('report.file-xlsx')).click()
      await page.getByRole('dialog').getByLabel(labelOf(text, 'factor.code-app')).waitFor()
    },
    step: 'initial',
  },
  {
    screen: 'R9',
    name: 'R9 login, the code of an app',
    as: 'anyone',
    path: () => '/login',
    reach: async (page, bed, text) => {
      await appAsked(page, bed, text)
      await page.getByLabel(labelOf(text, 'factor.code-app')).fill('123456')
    },
    step: 'filled',
  },
  {
    screen: 'R9',
    name: 'R9 login, the code of an app is missing',
    as: 'anyone',
    path: () => '/login',
    reach: async (page, bed, text) => {
      await appAsked(page, bed, text)
      await button(page, text('person.login-title')).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
]

async function begun(page: Page, text: Reading): Promise<void> {
  await button(page, text('factor.begin')).click()
  await page.getByRole('img', { name: nameOf(text('factor.scan-alt')) }).waitFor()
}

async function appAsked(page: Page, bed: StatesBed, text: Reading): Promise<void> {
  await asksForApp(page, '**/api/cities/mitaka/login')
  await inMitaka(page, bed, text)
  await page.getByLabel(fieldOf(text, 'person.mail')).fill('staff.mitaka@example.jp')
  await page.getByLabel(fieldOf(text, 'person.password')).fill('asagohan-to-misoshiru')
  await button(page, text('account.login-next')).click()
  await page.getByLabel(labelOf(text, 'factor.code-app')).waitFor()
}

async function asksForApp(page: Page, url: string): Promise<void> {
  const json = { challengeId: CHALLENGE, expiresAt: '2099-01-01T00:00:00.000Z', by: 'app' }
  await page.route(url, route => route.fulfill({ status: 202, json }))
}
