import { exactly, fieldOf } from '../account-steps.ts'
import { headed, nameOf } from '../booking-steps.ts'
import { fillCity } from '../city-steps.ts'
import { keyboardOf } from '../keyboard.ts'
import { labelOf } from '../staff-steps.ts'
import { type Account, loggedIn, type Seat, type Stage } from './stage.ts'

const PASSWORD = 'asagohan-to-misoshiru'
const OPERATOR = { mail: 'unyo@example.jp', name: '運用 五郎', kana: 'ウンヨウ ゴロウ' }
const ADMIN = { mail: 'asahi.admin@example.jp', name: '朝日 一郎', kana: 'アサヒ イチロウ' }
const STAFF = { mail: 'asahi.staff@example.jp', name: '朝日 花子', kana: 'アサヒ ハナコ' }

/** V9: from a link told at the machine to a city with an admin and staff. */
export async function cityBorn(stage: Stage): Promise<{ readonly admin: Account; readonly staff: Account }> {
  await using atOperator = await stage.browsing.visit()
  const operator = { ...stage, page: atOperator.page }
  await takeInvitation(operator, { ...OPERATOR, token: await stage.town.operatorToken(OPERATOR.mail) })
  await loggedIn(operator, { mail: OPERATOR.mail, password: PASSWORD })
  await makeCity(operator)
  const toAdmin = await invite(operator, ADMIN.mail)
  const toStaff = await adminInvites(stage, toAdmin)
  await staffComes(stage, toStaff)
  return {
    admin: { mail: ADMIN.mail, password: PASSWORD },
    staff: { mail: STAFF.mail, password: PASSWORD },
  }
}

async function adminInvites(stage: Stage, token: string): Promise<string> {
  await using visit = await stage.browsing.visit()
  const admin = { ...stage, page: visit.page }
  const { text } = stage
  await takeInvitation(admin, { ...ADMIN, token })
  await loggedIn(admin, { mail: ADMIN.mail, password: PASSWORD })
  await visit.page.getByRole('link', { name: nameOf(text('staff.nav-admin')) }).click()
  await headed(visit.page, text('admin.set-home-title'))
  await visit.page.getByRole('link', { name: nameOf(text('admin.set-home-team')) }).click()
  await headed(visit.page, text('admin.team-title'))
  return await invite(admin, STAFF.mail)
}

async function staffComes(stage: Stage, token: string): Promise<void> {
  await using visit = await stage.browsing.visit()
  const staff = { ...stage, page: visit.page }
  await takeInvitation(staff, { ...STAFF, token })
  await loggedIn(staff, { mail: STAFF.mail, password: PASSWORD })
  await headed(visit.page, stage.text('staff.today-title'))
  await visit.page.goto('/admin/team')
  await visit.page.getByText(nameOf(stage.text('session.staff-only-title'))).waitFor()
}

type Invited = Readonly<Record<'token' | 'name' | 'kana', string>>

async function takeInvitation({ page, text }: Seat, { token, name, kana }: Invited): Promise<void> {
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

async function makeCity({ page, text }: Seat): Promise<void> {
  await headed(page, text('admin.cities-title'))
  await fillCity(page, text)
  await page.getByRole('button', { name: nameOf(text('admin.city-create')) }).click()
  await headed(page, text('admin.city-title', { name: '朝日市' }))
}

/** Answers the token of the mailed link. */
async function invite({ town, page, text }: Seat, mail: string): Promise<string> {
  const before = await town.mailbox.mark()
  await page.getByLabel(labelOf(text, 'admin.invite-mail')).fill(mail)
  await page.getByRole('button', { name: nameOf(text('admin.invite-send')) }).click()
  const sent = await town.mailbox.waitFor(mail, /#token=\S+/, before)
  return decodeURIComponent(/#token=(\S+)/.exec(sent.text)?.[1] ?? '')
}

/** Whoever came by a link stands in the team by name. */
export async function teamKnown({ page, text }: Seat): Promise<void> {
  await page.goto('/admin/team')
  const member = page.getByRole('listitem').filter({ hasText: STAFF.mail })
  await member.getByText(STAFF.name).first().waitFor()
  const removing = page.getByRole('button', { name: nameOf(text('admin.remove')) })
  const count = await removing.count()
  if (count !== 2) throw new Error(`${count} people can be taken off the team`)
}
