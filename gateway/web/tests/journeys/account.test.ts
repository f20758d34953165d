import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { demoPerson } from '@asaichi/town/journey/demo-visitor.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldOf, fillRegistration, type Typed, typeCode, typePassword } from '../account-steps.ts'
import { headed, nameOf } from '../booking-steps.ts'
import { openBrowser } from '../browser.ts'
import { type Keyboard, keyboardOf } from '../keyboard.ts'
import { type Reading, readingIn } from '../states/reading.ts'
import { openTown } from '../town-bed.ts'

const STAFF = 'staff.mitaka@example.jp'
const JOURNEY_MS = 150_000
const BIRTH = { era: 'showa', year: '２５', month: '3', day: '7' } as const
const NEW_PASSWORD = 'harunohi-no-sanpo'

const town = await forThisFile(openTown())
const browsing = await forThisFile(openBrowser(town.url))

test(
  'M2–M9: from the front page over the mail to a permission that is applied for, with the keyboard alone',
  async () => {
    const text = await readingIn('ja')
    const typed = newcomer('hanako@example.jp')
    await using visit = await browsing.visit()
    const { page } = visit
    const keyboard = keyboardOf(page)
    await page.goto('/cities/mitaka')
    await keyboard.press('link', text('public.home-first'))
    await headed(page, text('account.register-title'))
    // Hidden, and told to whoever keeps passwords for people (ASVS 6.2.6, 6.2.7).
    await page.locator('input[type=password][autocomplete=new-password]').waitFor()
    await keyboard.press('button', text('account.to-confirm'))
    await page
      .getByRole('alert')
      .getByRole('link', { name: text('account.agree-wrong') })
      .waitFor()
    await fillRegistration(keyboard, text, typed)
    await headed(page, text('account.register-confirm-title'))
    for (const shown of ['ミタカ ハナコ', '1950年（昭和25年）3月7日', '181-0001', '090-1234-5678'])
      await page.getByText(shown).waitFor()
    const before = await town.mailbox.mark()
    await keyboard.press('button', text('account.register-send'))
    await headed(page, text('account.register-sent-title'))
    const memberNumber = await confirmed({ page, keyboard, text }, { mail: typed.mail, before })
    await keyboard.press('link', text('account.login-and-apply'))
    await loggedIn({ page, keyboard, text }, typed)
    await headed(page, text('member.permission-title'))
    await keyboard.press('button', text('member.permission-apply'))
    await page.getByText(text('states.permission-applied-next')).waitFor()
    await returned(memberNumber, '電話番号を確かめてください。')
    await page.reload()
    await page.getByText('電話番号を確かめてください。').waitFor()
    await keyboard.press('button', text('member.permission-apply-again'))
    await page.getByText(text('states.permission-applied-next')).waitFor()
  },
  JOURNEY_MS,
)

test(
  'S9: password help, the temporary password, the forced change, and a login with the new one',
  async () => {
    const text = await readingIn('ja')
    const { mail } = demoPerson('haruka@example.jp')
    await using visit = await browsing.visit()
    const { page } = visit
    const hands = { page, keyboard: keyboardOf(page), text }
    await page.goto('/cities/mitaka')
    await headed(page, text('public.home-title', { city: '三鷹市' }))
    await helpAsked(hands, 'nobody@example.jp')
    const saidToStranger = await page.getByRole('main').innerText()
    const before = await town.mailbox.mark()
    await helpAsked(hands, mail)
    expect(await page.getByRole('main').innerText()).toBe(saidToStranger)
    const help = await town.mailbox.waitFor(mail, /仮のパスワード：\S+/, before)
    await page.goto('/login?next=%2Faccount')
    await loggedIn(hands, { mail, password: /仮のパスワード：(\S+)/.exec(help.text)?.[1] ?? '' })
    await headed(page, text('member.new-password-title'))
    await page.goto('/account')
    await hands.keyboard.press('link', text('common.to-new-password'))
    await hands.keyboard.type(fieldOf(text, 'member.wanted-password'), NEW_PASSWORD)
    await hands.keyboard.press('button', text('member.new-password-send'))
    await headed(page, text('member.new-password-done'))
    await hands.keyboard.press('button', text('common.logout'))
    await headed(page, text('public.home-title', { city: '三鷹市' }))
    await page.goto('/login?next=%2Faccount')
    await loggedIn(hands, { mail, password: NEW_PASSWORD })
    await headed(page, text('member.account-title'))
    await page.getByText(text('session.act-change-password')).first().waitFor()
  },
  JOURNEY_MS,
)

test(
  'S3, S8: Sapporo logs in by number, and a password of the old rule leads to a new one and nowhere else',
  async () => {
    const text = await readingIn('ja')
    const { mail, memberNumber, password } = demoPerson('nanami@example.jp')
    await using visit = await browsing.visit()
    const { page } = visit
    const hands = { page, keyboard: keyboardOf(page), text }
    await page.goto('/login')
    await hands.keyboard.press('button', '札幌市')
    await loggedIn(hands, { mail, who: memberNumber, password })
    await headed(page, text('member.new-password-title'))
    await hands.keyboard.type(fieldOf(text, 'member.wanted-password'), 'short')
    await hands.keyboard.press('button', text('member.new-password-send'))
    await page
      .getByRole('alert')
      .getByRole('link', { name: text('person.password-short') })
      .waitFor()
    await hands.keyboard.type(fieldOf(text, 'member.wanted-password'), NEW_PASSWORD)
    await hands.keyboard.press('button', text('member.new-password-send'))
    await headed(page, text('member.new-password-done'))
  },
  JOURNEY_MS,
)

test(
  'M3, S3: what was typed stays after an error, a wrong password and a reload, the password alone excepted',
  async () => {
    const text = await readingIn('ja')
    const typed = newcomer('taro@example.jp')
    await using visit = await browsing.visit()
    const { page } = visit
    const keyboard = keyboardOf(page)
    await page.goto('/cities/mitaka')
    await keyboard.press('link', text('public.home-first'))
    await fillRegistration(keyboard, text, { ...typed, password: 'short' })
    await page
      .getByRole('alert')
      .getByRole('link', { name: text('person.password-short') })
      .waitFor()
    const field = (key: Parameters<Reading>[0]) => page.getByLabel(fieldOf(text, key))
    expect(await field('person.kana').inputValue()).toBe('ミタカ ハナコ')
    await page.reload()
    expect(await field('person.phone').inputValue()).toBe('090-1234-5678')
    expect(await field('person.password').inputValue()).toBe('')
    await page.goto('/login')
    await typePassword(keyboard, text, { page, who: typed.mail, password: 'nobody knows this' })
    await page.getByRole('alert').getByText(text('problems.credentials-wrong')).waitFor()
    expect(await field('person.mail').inputValue()).toBe(typed.mail)
  },
  JOURNEY_MS,
)

test(
  'W7m, D23: a password that would be refused is told on the page where it is typed, and what was typed stays',
  async () => {
    const text = await readingIn('ja')
    const typed = newcomer('jiro@example.jp')
    await using visit = await browsing.visit()
    const { page } = visit
    const keyboard = keyboardOf(page)
    await page.goto('/cities/mitaka')
    await keyboard.press('link', text('public.home-first'))
    await fillRegistration(keyboard, text, { ...typed, password: 'password2024' })
    const errors = page.getByRole('alert')
    await errors.getByRole('link', { name: text('problems.weak-password-too-common') }).waitFor()
    await headed(page, text('account.register-title'))
    const field = (key: Parameters<Reading>[0]) => page.getByLabel(fieldOf(text, key))
    expect(await field('person.password').inputValue()).toBe('password2024')
    expect(await field('person.name').inputValue()).toBe(typed.name)
    await field('person.password').fill('花子の三鷹のさんぽ')
    await keyboard.press('button', text('account.to-confirm'))
    await errors.getByRole('link', { name: text('problems.weak-password-contains-name') }).waitFor()
    await field('person.password').fill(typed.password)
    await keyboard.press('button', text('account.to-confirm'))
    await headed(page, text('account.register-confirm-title'))
    await page.getByText(typed.mail).waitFor()
  },
  JOURNEY_MS,
)

test(
  'V7: a newcomer registers in English',
  async () => {
    const text = await readingIn('en')
    const typed: Typed = {
      name: 'Maria Silva',
      kana: 'まりあ しるば',
      birth: { era: 'seireki', year: '1990', month: '2', day: '28' },
      mail: 'maria@example.jp',
      password: 'walking in the spring',
    }
    await using visit = await browsing.visit()
    const { page } = visit
    const keyboard = keyboardOf(page)
    await page.goto('/cities/mitaka')
    await keyboard.select(/Language/, 'English')
    await page.getByRole('banner').getByText('Mitaka City', { exact: true }).waitFor()
    await page.getByRole('contentinfo').getByText('Mitaka City, Community Creation Section').waitFor()
    await keyboard.press('link', nameOf(text('public.home-first')))
    await headed(page, text('account.register-title'))
    await fillRegistration(keyboard, text, typed)
    await headed(page, text('account.register-confirm-title'))
    await page.getByText('マリア シルバ').waitFor()
    const before = await town.mailbox.mark()
    await keyboard.press('button', text('account.register-send'))
    await headed(page, text('account.register-sent-title'))
    await confirmed({ page, keyboard, text }, { mail: typed.mail, before })
  },
  JOURNEY_MS,
)

function newcomer(mail: string): Typed {
  return { name: '三鷹 花子', kana: 'みたか はなこ', birth: BIRTH, mail, password: 'asagohan-to-misoshiru' }
}

type Hands = { readonly page: Page; readonly keyboard: Keyboard; readonly text: Reading }
type Mailed = { readonly mail: string; readonly before: ReadonlySet<number> }

/** M5: opens the mail's link and presses the button behind it; answers the member number that is shown. */
async function confirmed({ page, keyboard, text }: Hands, { mail, before }: Mailed): Promise<string> {
  const letter = await town.mailbox.waitFor(mail, /\/confirm\S*#token=\S+/, before)
  await page.goto(/\S+\/confirm\S*#token=\S+/.exec(letter.text)?.[0] ?? '')
  await headed(page, text('account.confirm-title'))
  await keyboard.press('button', text('account.confirm-press'))
  await headed(page, text('account.confirmed-title'))
  return await page.getByText(/^\d{7}$/).innerText()
}

type Known = { readonly mail: string; readonly password: string; readonly who?: string }

async function loggedIn(
  { page, keyboard, text }: Hands,
  { mail, password, who = mail }: Known,
): Promise<void> {
  const before = await town.mailbox.mark()
  await typePassword(keyboard, text, { page, who, password })
  await headed(page, text('account.code-title'))
  const { code } = await town.mailbox.loginCode(mail, before)
  await typeCode(keyboard, text, code)
}

async function helpAsked({ page, keyboard, text }: Hands, mail: string): Promise<void> {
  await page.goto('/password-help')
  await keyboard.type(fieldOf(text, 'person.mail'), mail)
  await keyboard.press('button', text('member.help-send'))
  await headed(page, text('member.help-sent-title'))
}

const Applicants = z.object({
  items: z.array(z.object({ personId: z.string(), memberNumber: z.string(), version: z.number() })),
})

/** M7: staff return the application with a reason. */
async function returned(memberNumber: string, reason: string): Promise<void> {
  const staff = town.visitor(STAFF)
  const { items } = Applicants.parse((await staff.get('/api/staff/applicants?limit=100')).body)
  const applicant = items.find(item => item.memberNumber === memberNumber)
  const path = `/api/staff/applicants/${applicant?.personId}/return`
  const { status } = await staff.post(path, { expectedVersion: applicant?.version, reason })
  expect(status).toBe(200)
}
