import type { Page } from 'playwright-core'
import { nameOf } from '../booking-steps.ts'
import { labelOf } from '../staff-steps.ts'
import { withClasses } from './reader/in-mitaka.ts'
import type { Reading } from './reading.ts'
import { button, EVENT, waiting } from './staff.ts'
import type { ScreenState } from './state.ts'
import type { StatesBed } from './states-bed.ts'

const as = 'staff'

/** What staff look for: people and bookings (T14), and one person (T9). */
export const staffSearchStates: readonly ScreenState[] = [
  {
    screen: 'T9',
    name: 'T9 one person with their bookings',
    as,
    path: searchPath,
    reach: async (page, _, text) => {
      await onePerson(page, text)
      await page.getByRole('cell', { name: EVENT }).first().waitFor()
    },
    step: 'initial',
  },
  {
    screen: 'T9',
    name: 'T9 one person, another mail address',
    as,
    path: searchPath,
    reach: async (page, _, text) => {
      await mailChange(page, text)
      await page.getByLabel(labelOf(text, 'staff.mail-new')).fill('minami-new@example.jp')
      await page.getByLabel(labelOf(text, 'staff.mail-how')).fill('運転免許証')
    },
    step: 'filled',
  },
  {
    screen: 'T9',
    name: 'T9 one person, a mail address without proof',
    as,
    path: searchPath,
    reach: async (page, _, text) => {
      await mailChange(page, text)
      await button(page, text('staff.mail-do')).click()
      await page.getByRole('alert').waitFor()
    },
    step: 'error',
  },
  {
    screen: 'T9',
    name: 'T9 one person, another class',
    as: 'staff',
    path: searchPath,
    reach: async (page, _, text) => {
      await withClasses(page)
      await page.reload()
      await onePerson(page, text)
      await page.locator('summary', { hasText: nameOf(text('staff.counter-class')) }).click()
      await page.getByLabel(labelOf(text, 'staff.counter-class')).selectOption('outside')
    },
    step: 'filled',
  },
  {
    screen: 'T14',
    name: 'T14 a search for an event',
    as,
    path: searchPath,
    reach: async (page, _, text) => {
      await search(page, text, '体操')
      await page.getByRole('cell', { name: EVENT }).first().waitFor()
    },
    step: 'initial',
  },
]

async function searchPath(bed: StatesBed): Promise<string> {
  await waiting(bed)
  return '/staff'
}

async function search(page: Page, text: Reading, query: string): Promise<void> {
  await page.getByRole('searchbox', { name: nameOf(text('staff.search-label')) }).fill(query)
  await page.getByRole('search').getByRole('button').click()
}

async function onePerson(page: Page, text: Reading): Promise<void> {
  await search(page, text, 'みなみ')
  await page
    .getByRole('link', { name: nameOf(text('staff.see-person')) })
    .first()
    .click()
}

async function mailChange(page: Page, text: Reading): Promise<void> {
  await onePerson(page, text)
  await page
    .getByText(nameOf(text('staff.mail-change')))
    .first()
    .click()
}
