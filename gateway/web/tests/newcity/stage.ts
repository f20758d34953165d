import type { Locator, Page } from 'playwright-core'
import { typeCode, typePassword } from '../account-steps.ts'
import { headed, nameOf } from '../booking-steps.ts'
import type { Browsing } from '../browser.ts'
import { keyboardOf } from '../keyboard.ts'
import { labelOf } from '../staff-steps.ts'
import type { Reading } from '../states/reading.ts'
import type { TownBed } from '../town-bed.ts'

/** What a play needs: the town, browsers, and the words that stand on its pages. */
export type Stage = {
  readonly town: TownBed
  readonly browsing: Browsing
  readonly text: Reading
}
/** Somebody at a page. */
export type Seat = Pick<Stage, 'town' | 'text'> & { readonly page: Page }

export type Account = { readonly mail: string; readonly password: string }

/** R9, with the mailed code. */
export async function loggedIn({ town, text, page }: Seat, { mail, password }: Account): Promise<void> {
  const seen = await town.mailbox.mark()
  await typePassword(keyboardOf(page), text, { page, who: mail, password })
  await headed(page, text('account.code-title'))
  await typeCode(keyboardOf(page), text, (await town.mailbox.loginCode(mail, seen)).code)
}

/** T7: looks at what would change, then saves it. */
export async function saved({ text, page }: Seat): Promise<void> {
  await page.getByRole('button', { name: nameOf(text('admin.set-look')) }).click()
  await page.getByRole('button', { name: nameOf(text('admin.set-save')) }).click()
}

type Fields = readonly (readonly [key: Parameters<Reading>[0], words: string])[]

/** Types into fields by what they are called; of several of one name, such as in a list, into the last. */
export async function filled(
  { text, page }: Seat,
  fields: Fields,
  within: Page | Locator = page,
): Promise<void> {
  for (const [key, words] of fields) await within.getByLabel(labelOf(text, key)).last().fill(words)
}
