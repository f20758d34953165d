import { eventually } from '@asaichi/testkit/eventually.ts'
import { fillRegistration, type Typed } from '../account-steps.ts'
import { fillApplication, headed, nameOf } from '../booking-steps.ts'
import { DESK } from '../browser.ts'
import { keyboardOf } from '../keyboard.ts'
import { loggedIn, type Seat, type Stage } from './stage.ts'

/** A city whose staff are at work; `staff` answers a session of one of them. */
export type Staffed = Stage & { readonly staff: () => Promise<string> }

export const RESIDENT: Typed = {
  name: '朝日 昇',
  kana: 'あさひ のぼる',
  birth: { era: 'showa', year: '２６', month: '4', day: '18' },
  mail: 'asahi.noboru@example.jp',
  password: 'asagohan-to-misoshiru',
}

/** R8, R9, R11: from the city's page over the mail to a permission that is asked for. */
export async function registered(seat: Seat, cityId: string): Promise<void> {
  const { page, text, town } = seat
  const keyboard = keyboardOf(page)
  await page.goto(`/cities/${cityId}`)
  await keyboard.press('link', text('public.home-first'))
  await headed(page, text('account.register-title'))
  await fillRegistration(keyboard, text, RESIDENT)
  await headed(page, text('account.register-confirm-title'))
  const before = await town.mailbox.mark()
  await keyboard.press('button', text('account.register-send'))
  await headed(page, text('account.register-sent-title'))
  const letter = await town.mailbox.waitFor(RESIDENT.mail, /\/confirm\S*#token=\S+/, before)
  await page.goto(/\S+\/confirm\S*#token=\S+/.exec(letter.text)?.[0] ?? '')
  await keyboard.press('button', text('account.confirm-press'))
  await headed(page, text('account.confirmed-title'))
  await keyboard.press('link', text('account.login-and-apply'))
  await loggedIn(seat, RESIDENT)
  await headed(page, text('member.permission-title'))
  await keyboard.press('button', text('member.permission-apply'))
  await page.getByText(text('states.permission-applied-next')).waitFor()
}

/** T2, M7. */
export async function permissionApproved(stage: Staffed, name: string): Promise<void> {
  await using visit = await stage.browsing.visit({ cookie: await stage.staff(), viewport: DESK })
  const { page } = visit
  const { text } = stage
  const keyboard = keyboardOf(page)
  await page.goto('/staff/people')
  await keyboard.press('button', name)
  await page.getByRole('heading', { name }).waitFor()
  await keyboard.choose(nameOf(text('staff.contact-by')), text('staff.by-phone'))
  await keyboard.choose(nameOf(text('staff.contact-outcome')), text('staff.outcome-confirmed'))
  await keyboard.press('button', text('staff.contact-save'))
  const approve = page.getByRole('button', { name: text('staff.approve'), exact: true })
  await page
    .locator('button:not([aria-disabled])', { hasText: text('staff.approve') })
    .first()
    .waitFor()
  await keyboard.tabTo(approve)
  await page.keyboard.press('Enter')
  await page
    .getByRole('status')
    .filter({ hasText: text('staff.person-approved', { name }) })
    .waitFor()
}

export type Use = {
  readonly listing: string
  readonly date: string
  readonly from: string
  readonly to: string
}

/** R12, R13: an entry or an application; answers its id. */
export async function appliedFor(
  { page, text }: Seat,
  use: Use,
  how: 'lottery' | 'first-come',
): Promise<string> {
  const keyboard = keyboardOf(page)
  await page.goto(`/apply?${new URLSearchParams(use)}`)
  await headed(page, text(how === 'lottery' ? 'booking.lottery-title' : 'booking.apply-title'))
  await fillApplication(page, keyboard, text)
  await keyboard.press('button', text(how === 'lottery' ? 'press.send-lottery' : 'press.send'))
  await headed(page, text(how === 'lottery' ? 'receipt.done-lottery-title' : 'receipt.done-title'))
  const asked = new URL(page.url()).searchParams
  return asked.get('entry') ?? asked.get('receipt') ?? ''
}

/** M20: the winner sees the booking that came of the entry; answers its address. */
export async function won({ page, text }: Seat, entryId: string): Promise<string> {
  const keyboard = keyboardOf(page)
  // The round is drawn, published and placed a moment after seven.
  await eventually(async () => {
    await page.goto(`/entries/${entryId}`)
    await page.getByRole('heading', { name: text('lottery.won-booking') }).waitFor({ timeout: 3_000 })
  })
  await keyboard.press('link', text('own.see-booking'))
  await headed(page, text('own.reservation-title'))
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** T3, M26: the first application of a day is approved with a key, and its mail arrives. */
export async function approved(stage: Staffed, date: string): Promise<void> {
  await using visit = await stage.browsing.visit({ cookie: await stage.staff(), viewport: DESK })
  const { page } = visit
  const { text, town } = stage
  const since = await town.mailbox.mark()
  await page.goto(`/staff/applications?from=${date}&to=${date}`)
  await page.getByRole('button', { name: '読書会' }).first().waitFor()
  await page.keyboard.press('j')
  await page.getByText(text('staff.mail-approved-holds')).waitFor()
  await page.keyboard.press('a')
  await page
    .getByRole('status')
    .filter({ hasText: /「読書会」を承認しました/ })
    // It waits ten seconds in which it can be taken back.
    .waitFor({ timeout: 20_000 })
  await town.mailbox.waitFor(RESIDENT.mail, /予約が確定しました/, since)
}
