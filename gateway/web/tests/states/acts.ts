import { nameOf } from '../booking-steps.ts'
import { labelOf } from '../staff-steps.ts'
import { button } from './staff.ts'
import type { ScreenState } from './state.ts'

const as = 'admin'
const path = () => '/admin/acts'

/** T21: the log of a city's acts. */
export const actStates: readonly ScreenState[] = [
  {
    screen: 'T21',
    name: 'T21 the log of acts',
    as,
    path,
    reach: async (page, _, text) => {
      await page.getByRole('table', { name: nameOf(text('admin.acts-caption')) }).waitFor()
    },
    step: 'initial',
  },
  {
    screen: 'T21',
    name: 'T21 the log of acts, of one kind',
    as,
    path,
    reach: async (page, _, text) => {
      await page.getByLabel(labelOf(text, 'admin.acts-act')).selectOption({ value: 'search-people' })
      await button(page, text('admin.acts-show')).click()
      await page.waitForURL(/act=search-people/)
      await page
        .getByRole('table')
        .or(page.getByText(nameOf(text('admin.acts-none'))))
        .waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'T21',
    name: 'T21 the log of acts, days the wrong way round',
    as,
    path,
    reach: async (page, _, text) => {
      await page.getByLabel(labelOf(text, 'admin.acts-from')).fill('2026-12-02')
      await page.getByLabel(labelOf(text, 'admin.acts-to')).fill('2026-12-01')
      await button(page, text('admin.acts-show')).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
]
