import type { Page } from 'playwright-core'
import type { ScreenState } from './state.ts'

const as = 'staff'

/** T12: the board of doors, and what locks tell of themselves. */
export const staffDoorsStates: readonly ScreenState[] = [
  { screen: 'T12', name: 'T12 locks', as, path: () => '/staff/locks', step: 'initial' },
  {
    screen: 'T12',
    name: 'T12 locks, one opened by a code not from here',
    as,
    path: async bed => {
      const keypad = bed.town.keypad(bed.lockId)
      await keypad.setForeignCode('918273')
      await keypad.opensWith('918273')
      return '/staff/locks'
    },
    reach: (page, _, text) => toldOnBoard(page, text('staff.problem-foreign-unlock')),
    step: 'filled',
  },
  {
    screen: 'T12',
    name: 'T12 locks, one whose keypad is guessed at',
    as,
    path: async bed => {
      // A pause keeps whoever comes next waiting, and the doors of the journey are others.
      const keypad = bed.town.keypad(`${bed.venueId}-washitsu`)
      for (let tries = 0; tries < 5; tries += 1) await keypad.opensWith('571903')
      return '/staff/locks'
    },
    reach: async (page, _, text) => {
      const told = text('staff.problem-keypad-guessed').split(/\{since\}|\{count\}/)
      await toldOnBoard(page, told[1] ?? '')
    },
    step: 'filled',
  },
]

/** The lock tells it, the board asks every few seconds. */
async function toldOnBoard(page: Page, words: string): Promise<void> {
  const told = page.getByText(words).first()
  for (let look = 0; look < 10 && !(await told.isVisible()); look += 1) {
    await page.reload()
    await told.waitFor({ timeout: 3_000 }).catch(() => undefined)
  }
  await told.waitFor()
}
