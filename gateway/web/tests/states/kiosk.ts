import type { Page } from 'playwright-core'
import { nameOf } from '../booking-steps.ts'
import type { Reading } from './reading.ts'
import type { ScreenState } from './state.ts'

const as = 'anyone'

/** K1, L1, L2, and the demo's own mailbox and clock (X1, X2). */
export const kioskStates: readonly ScreenState[] = [
  {
    screen: 'K1',
    name: 'K1 the wall of a hall',
    as,
    path: bed => `/board/${bed.venueId}`,
    reach: async page => page.getByRole('heading', { level: 2 }).first().waitFor(),
    step: 'initial',
  },
  {
    screen: 'L1',
    name: 'L1 keypad, dark',
    as,
    path: bed => `/keypad?door=${bed.lockId}`,
    reach: async (page, _, text) => page.getByRole('group', { name: text('kiosk.keys') }).waitFor(),
    step: 'initial',
  },
  {
    screen: 'L1',
    name: 'L1 keypad, a code that does not open',
    as,
    path: bed => `/keypad?door=${bed.lockId}`,
    reach: async (page, _, text) => {
      await lit(page, text)
      for (const key of ['1', '2', '3', 'E']) await keyOf(page, text, key).click()
      await said(page)
        .filter({ hasNotText: nameOf(text('kiosk.lit-now')) })
        .waitFor()
    },
    step: 'error',
  },
  {
    screen: 'L2',
    name: 'L2 the guide of a hall',
    as,
    path: bed => `/guide/${bed.venueId}`,
    reach: async (page, _, text) => page.getByRole('img', { name: text('kiosk.guide-qr') }).waitFor(),
    step: 'initial',
  },
  {
    screen: 'X1',
    name: 'X1 mailbox',
    as,
    path: () => '/demo/mailbox',
    reach: async (page, _, text) =>
      page.getByRole('combobox', { name: nameOf(text('kiosk.demo-recipient')) }).waitFor(),
    step: 'initial',
  },
  {
    screen: 'X2',
    name: 'X2 clock, to look at',
    as,
    path: () => '/demo/clock',
    reach: async (page, _, text) => page.getByText(nameOf(text('kiosk.demo-admin-title'))).waitFor(),
    step: 'initial',
  },
  {
    screen: 'X2',
    name: 'X2 clock, with errors',
    as: 'admin',
    path: () => '/demo/clock',
    reach: async (page, _, text) => {
      await page.getByLabel(nameOf(`${text('kiosk.demo-time')}${text('common.required')}`)).fill('25:00')
      await page.getByRole('button', { name: nameOf(text('kiosk.demo-move-do')) }).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
]

const MOST_PRESSES = 30

/** A second press lights the keys only when it comes within three seconds of the first, which a loaded machine may miss. */
async function lit(page: Page, text: Reading): Promise<void> {
  for (let presses = 0; presses < MOST_PRESSES && !(await said(page).isVisible()); presses += 1) {
    await keyOf(page, text, text('kiosk.square')).click()
    if (presses % 2 === 1)
      await said(page)
        .waitFor({ timeout: 2000 })
        .catch(() => undefined)
  }
}

function keyOf(page: Page, text: Reading, name: string) {
  return page.getByRole('group', { name: text('kiosk.keys') }).getByRole('button', { name, exact: true })
}

function said(page: Page) {
  return page.getByRole('status').filter({ hasText: /\S/ }).first()
}
