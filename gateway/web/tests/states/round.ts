import type { DrawBundle } from '@asaichi/contract/lottery/draw-bundle.ts'
import type { Page } from 'playwright-core'
import { nameOf } from '../booking-steps.ts'
import { lotteryDay } from '../days.ts'
import { drawnRound, swapped } from './draws/drawn-round.ts'
import type { Reading } from './reading.ts'
import type { ScreenState } from './state.ts'
import type { StatesBed } from './states-bed.ts'

/** V1: the public record of a draw, drawn again on the reader's device. */
export const roundStates: readonly ScreenState[] = [
  {
    screen: 'R12',
    name: 'R12 the public record after its draw',
    as: 'anyone',
    path: bed => `/rounds/mitaka/${lotteryDay(bed.today)}`,
    reach: async (page, _, text) => {
      await drawnRound(page)
      await page.getByRole('link', { name: nameOf(text('lottery.check-here')) }).waitFor()
    },
    step: 'filled',
  },
  {
    screen: 'R12',
    name: 'R12 the draw checked on the page',
    as: 'anyone',
    path: checkPath,
    reach: (page, _, text) => checked(page, text, text('verify.holds-but')),
    step: 'filled',
  },
  {
    screen: 'R12',
    name: 'R12 a record that was changed',
    as: 'anyone',
    path: checkPath,
    reach: (page, _, text) => checked(page, text, text('verify.fails'), swapped),
    step: 'error',
  },
]

function checkPath({ today }: StatesBed): string {
  return `/rounds/mitaka/${lotteryDay(today)}/check`
}

async function checked(
  page: Page,
  text: Reading,
  verdict: string,
  change?: (record: DrawBundle) => object,
): Promise<void> {
  await drawnRound(page, change)
  await page.getByRole('button', { name: nameOf(text('verify.start')) }).click()
  await page.getByText(nameOf(verdict)).waitFor()
}
