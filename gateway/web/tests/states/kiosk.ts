import { nameOf } from '../booking-steps.ts'
import type { ScreenState } from './state.ts'

const as = 'anyone'

/** K1, L1, L2, and the demo's own mailbox and clock (X1, X2). */
export const kioskStates: readonly ScreenState[] = [
  {
    screen: 'K1',
    name: 'K1 the wall of a hall',
    as,
    path: world => `/board/${world.venueId}`,
    reach: async page => page.getByRole('heading', { level: 2 }).first().waitFor(),
    step: 'initial',
  },
  {
    screen: 'L1',
    name: 'L1 keypad, dark',
    as,
    path: world => `/keypad?door=${world.lockId}`,
    reach: async (page, _, text) => page.getByRole('group', { name: text('kiosk.keys') }).waitFor(),
    step: 'initial',
  },
  {
    screen: 'L1',
    name: 'L1 keypad, a code that does not open',
    as,
    path: world => `/keypad?door=${world.lockId}`,
    reach: async (page, _, text) => {
      const keys = page.getByRole('group', { name: text('kiosk.keys') })
      for (const key of [text('kiosk.square'), text('kiosk.square'), '1', '2', '3', 'E'])
        await keys.getByRole('button', { name: key, exact: true }).click()
      await page.getByRole('status').filter({ hasText: /\S/ }).first().waitFor()
    },
    step: 'error',
  },
  {
    screen: 'L2',
    name: 'L2 the guide of a hall',
    as,
    path: world => `/guide/${world.venueId}`,
    reach: async (page, _, text) => page.getByRole('img', { name: text('kiosk.guide-qr') }).waitFor(),
    step: 'initial',
  },
  {
    screen: 'X1',
    name: 'X1 mailbox',
    as,
    path: () => '/demo/mailbox',
    reach: async (page, _, text) =>
      page.getByRole('combobox', { name: nameOf(text('demo.recipient')) }).waitFor(),
    step: 'initial',
  },
  {
    screen: 'X2',
    name: 'X2 clock, to look at',
    as,
    path: () => '/demo/clock',
    reach: async (page, _, text) => page.getByText(nameOf(text('demo.admin-title'))).waitFor(),
    step: 'initial',
  },
  {
    screen: 'X2',
    name: 'X2 clock, with errors',
    as: 'admin',
    path: () => '/demo/clock',
    reach: async (page, _, text) => {
      await page.getByLabel(nameOf(`${text('demo.time')}${text('common.required')}`)).fill('25:00')
      await page.getByRole('button', { name: nameOf(text('demo.move-do')) }).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
]
