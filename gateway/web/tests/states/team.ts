import type { Page } from 'playwright-core'
import { z } from 'zod'
import { fieldOf } from '../account-steps.ts'
import { nameOf } from '../booking-steps.ts'
import { labelOf } from '../staff-steps.ts'
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
