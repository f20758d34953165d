import type { Page } from 'playwright-core'
import { exactly, fieldOf } from '../account-steps.ts'
import { headed, nameOf } from '../booking-steps.ts'
import { NEWCOMER_PASSWORD, newcomer, returnedNewcomer } from './newcomer.ts'
import { inMitaka } from './reader/in-mitaka.ts'
import type { Reading } from './reading.ts'
import type { ScreenState } from './state.ts'
import type { StatesBed } from './states-bed.ts'

const LOGIN_MAIL = 'codes@example.jp'
const applicant = async (bed: StatesBed) => await (await newcomer(bed, 'applicant@example.jp')).session()

/** R8 to R11. */
export const accountStates: readonly ScreenState[] = [
  {
    screen: 'R8',
    name: 'R8 registration',
    as: 'anyone',
    path: () => '/register',
    reach: inMitaka,
    step: 'initial',
  },
  {
    screen: 'R8',
    name: 'R8 registration, nothing typed',
    as: 'anyone',
    path: () => '/register',
    reach: async (page, bed, text) => {
      await inMitaka(page, bed, text)
      await press(page, text('account.to-confirm'))
      await alerted(page, text('account.agree-wrong'))
    },
    step: 'error',
  },
  {
    screen: 'R8',
    name: 'R8 registration of a group, nothing typed',
    as: 'anyone',
    path: () => '/register',
    reach: async (page, bed, text) => {
      await inMitaka(page, bed, text)
      await page.getByRole('radio', { name: nameOf(text('account.kind-group')) }).check()
      await press(page, text('account.to-confirm'))
      await alerted(page, text('account.members-wrong'))
    },
    step: 'error',
  },
  {
    screen: 'R8',
    name: 'R8 registration, the confirm page',
    as: 'anyone',
    path: () => '/register',
    reach: registerTyped,
    step: 'filled',
  },
  {
    screen: 'R8',
    name: 'R8 registration, the mail to be opened',
    as: 'anyone',
    path: () => '/register',
    reach: async (page, bed, text) => {
      await registerTyped(page, bed, text)
      await press(page, text('account.register-send'))
      await headed(page, text('account.register-sent-title'))
    },
    step: 'filled',
  },
  {
    screen: 'R8',
    name: 'R8 registration, behind the mail’s link',
    as: 'anyone',
    path: () => '/confirm?city=mitaka#token=used',
    step: 'initial',
  },
  {
    screen: 'R8',
    name: 'R8 registration, a link that is over',
    as: 'anyone',
    path: () => '/confirm?city=mitaka#token=used',
    reach: async (page, _, text) => {
      await press(page, text('account.confirm-press'))
      await page.getByText(nameOf(text('account.token-over'))).waitFor()
    },
    step: 'error',
  },
  {
    screen: 'R9',
    name: 'R9 login',
    as: 'anyone',
    path: () => '/login',
    reach: inMitaka,
    step: 'initial',
  },
  {
    screen: 'R9',
    name: 'R9 login, nothing typed',
    as: 'anyone',
    path: () => '/login',
    reach: async (page, bed, text) => {
      await inMitaka(page, bed, text)
      await press(page, text('account.login-next'))
      await alerted(page, text('person.password-missing'))
    },
    step: 'error',
  },
  {
    screen: 'R9',
    name: 'R9 login, a wrong password',
    as: 'anyone',
    path: () => '/login',
    reach: async (page, bed, text) => {
      await passwordTyped(page, bed, text)('wrong and wrong')
      await page.getByText(nameOf(text('problems.credentials-wrong'))).waitFor()
    },
    step: 'error',
  },
  {
    screen: 'R9',
    name: 'R9 login, the mailed code',
    as: 'anyone',
    path: () => '/login',
    reach: codeAsked,
    step: 'filled',
  },
  {
    screen: 'R9',
    name: 'R9 login, a wrong code',
    as: 'anyone',
    path: () => '/login',
    reach: async (page, bed, text) => {
      await codeAsked(page, bed, text)
      await page.getByLabel(fieldOf(text, 'account.code')).fill('000000')
      await page
        .getByRole('main')
        .getByRole('button', { name: exactly(text('person.login-title')) })
        .click()
      await page.getByRole('alert').getByRole('link').waitFor()
    },
    step: 'error',
  },
  {
    screen: 'R10',
    name: 'R10 password help',
    as: 'anyone',
    path: () => '/password-help',
    reach: inMitaka,
    step: 'initial',
  },
  {
    screen: 'R10',
    name: 'R10 password help where one logs in by number, nothing typed',
    as: 'anyone',
    path: () => '/password-help?city=sapporo',
    reach: async (page, _, text) => {
      await press(page, text('member.help-send'))
      await alerted(page, text('person.number-wrong'))
    },
    step: 'error',
  },
  {
    screen: 'R10',
    name: 'R10 password help, received',
    as: 'anyone',
    path: () => '/password-help?step=sent&city=mitaka',
    step: 'filled',
  },
  {
    screen: 'R10',
    name: 'R10 new password',
    as: 'resident',
    path: () => '/new-password',
    step: 'initial',
  },
  {
    screen: 'R10',
    name: 'R10 new password, too short',
    as: 'resident',
    path: () => '/new-password',
    reach: async (page, _, text) => {
      await page.getByLabel(fieldOf(text, 'member.wanted-password')).fill('short')
      await press(page, text('member.new-password-send'))
      await alerted(page, text('person.password-short'))
    },
    step: 'error',
  },
  {
    screen: 'R11',
    name: 'R11 permission, not asked for',
    as: async bed => await (await newcomer(bed, 'nothing-asked@example.jp')).session(),
    path: () => '/permission',
    reach: async (page, _, text) => {
      await page.getByRole('button', { name: nameOf(text('member.permission-apply')) }).waitFor()
    },
    step: 'initial',
  },
  {
    screen: 'R11',
    name: 'R11 permission, asked for',
    as: async bed => {
      await (await newcomer(bed, 'applicant@example.jp')).post('/api/cities/mitaka/permission')
      return await applicant(bed)
    },
    path: () => '/permission',
    reach: async (page, _, text) => {
      await page.getByText(nameOf(text('states.permission-applied-next'))).waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'R11',
    name: 'R11 permission, given back with a reason',
    as: async bed => await (await returnedNewcomer(bed)).session(),
    path: () => '/permission',
    reach: async (page, _, text) => {
      await page.getByText(nameOf(text('member.permission-reason'))).waitFor()
    },
    step: 'error',
  },
  {
    screen: 'R11',
    name: 'R11 permission, approved',
    as: 'resident',
    path: () => '/permission',
    reach: async (page, _, text) => {
      await page.getByText(nameOf(text('states.permission-approved-next'))).waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'R11',
    name: 'R11 my account',
    as: 'resident',
    path: () => '/account',
    reach: async (page, _, text) => {
      await page
        .getByRole('listitem')
        .filter({ hasText: nameOf(text('session.act-log-in')) })
        .first()
        .waitFor()
    },
    step: 'initial',
  },
  {
    screen: 'R11',
    name: 'R11 my account, a wrong phone number',
    as: async bed => await (await returnedNewcomer(bed)).session(),
    path: () => '/account?edit=1',
    reach: async (page, _, text) => {
      await page.getByLabel(fieldOf(text, 'person.phone')).fill('12')
      await press(page, text('member.edit-save'))
      await alerted(page, text('person.phone-wrong'))
    },
    step: 'error',
  },
]

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: nameOf(name) }).click()
}

async function alerted(page: Page, message: string): Promise<void> {
  await page
    .getByRole('alert')
    .getByRole('link', { name: nameOf(message) })
    .waitFor()
}

async function registerTyped(page: Page, bed: StatesBed, text: Reading): Promise<void> {
  await inMitaka(page, bed, text)
  const fill = (key: Parameters<Reading>[0], value: string) => page.getByLabel(fieldOf(text, key)).fill(value)
  await fill('person.name', '新井 はじめ')
  await fill('person.kana', 'あらい はじめ')
  await page.getByLabel(nameOf(text('person.era'))).selectOption(text('person.era-showa'))
  await page.getByLabel(exactly(text('person.year'))).fill('25')
  await page.getByLabel(exactly(text('person.month'))).fill('3')
  await page.getByLabel(exactly(text('person.day'))).fill('7')
  await fill('person.postal-code', '1810001')
  await fill('person.prefecture', '東京都')
  await fill('person.municipality', '三鷹市')
  await fill('person.street', '井の頭一丁目3番18号')
  await fill('person.phone', '090-0000-0099')
  await fill('person.mail', 'states@example.jp')
  await fill('person.password', NEWCOMER_PASSWORD)
  await page.getByRole('checkbox', { name: nameOf(text('account.agree')) }).check()
  await press(page, text('account.to-confirm'))
  await headed(page, text('account.register-confirm-title'))
}

function passwordTyped(page: Page, bed: StatesBed, text: Reading) {
  return async (password: string) => {
    await newcomer(bed, LOGIN_MAIL)
    await inMitaka(page, bed, text)
    await page.getByLabel(fieldOf(text, 'person.mail')).fill(LOGIN_MAIL)
    await page.getByLabel(fieldOf(text, 'person.password')).fill(password)
    await press(page, text('account.login-next'))
  }
}

async function codeAsked(page: Page, bed: StatesBed, text: Reading): Promise<void> {
  await passwordTyped(page, bed, text)(NEWCOMER_PASSWORD)
  await headed(page, text('account.code-title'))
  await page.getByRole('timer').waitFor()
}
