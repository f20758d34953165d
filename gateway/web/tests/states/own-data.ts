import type { Page } from 'playwright-core'
import { fieldOf } from '../account-steps.ts'
import { nameOf } from '../booking-steps.ts'
import { NEWCOMER_PASSWORD, newcomer } from './newcomer.ts'
import type { Reading } from './reading.ts'
import type { ScreenState } from './state.ts'
import type { StatesBed } from './states-bed.ts'

const asNewcomer = async (bed: StatesBed) => await (await newcomer(bed, 'own-data@example.jp')).session()

/** R11. */
export const ownDataStates: readonly ScreenState[] = [
  {
    screen: 'R11',
    name: 'R11 own data, the password asked for',
    as: asNewcomer,
    path: () => '/account/data',
    step: 'initial',
  },
  {
    screen: 'R11',
    name: 'R11 own data, shown',
    as: asNewcomer,
    path: () => '/account/data',
    reach: async (page, _, text) => {
      await send(page, text, { password: NEWCOMER_PASSWORD, button: 'own-data.data-show' })
      await page.getByRole('button', { name: nameOf(text('own-data.save')) }).waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'R11',
    name: 'R11 closing the account',
    as: asNewcomer,
    path: () => '/account/leave',
    step: 'initial',
  },
  {
    screen: 'R11',
    name: 'R11 closing the account, a wrong password',
    as: asNewcomer,
    path: () => '/account/leave',
    reach: async (page, _, text) => {
      await send(page, text, { password: 'wrong and wrong', button: 'own-data.leave-send' })
      await page.getByText(nameOf(text('problems.current-password-wrong'))).waitFor()
    },
    step: 'error',
  },
]

async function send(
  page: Page,
  text: Reading,
  { password, button }: { readonly password: string; readonly button: Parameters<Reading>[0] },
): Promise<void> {
  await page.getByLabel(fieldOf(text, 'person.password')).fill(password)
  await page.getByRole('button', { name: nameOf(text(button)) }).click()
}
