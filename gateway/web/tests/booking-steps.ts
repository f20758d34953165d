import type { Page } from 'playwright-core'
import type { Keyboard } from './keyboard.ts'
import type { Reading } from './states/reading.ts'

export const ROOM = 'mitaka-inokashira-tobu-yoshitsu'

export type Wanted = { readonly date: string; readonly from: string; readonly to: string }

export function applyPath({ date, from, to }: Wanted): string {
  return `/apply?${new URLSearchParams({ listing: ROOM, date, from, to })}`
}

/** R13 by keyboard alone, with full-width digits, as far as the confirm page. */
export async function fillApplication(page: Page, keyboard: Keyboard, text: Reading): Promise<void> {
  const named = (key: Parameters<Reading>[0]) => nameOf(text(key))
  await keyboard.type(named('booking.event-name'), '読書会')
  await keyboard.type(named('booking.people'), '１２')
  await keyboard.type(named('booking.note'), 'みたか読書の会。毎月の読書会のため。')
  await keyboard.choose(named('booking.paid'), named('booking.paid-no'))
  await keyboard.choose(named('booking.adult'), named('booking.adult-yes'))
  await keyboard.check(named('booking.agree'))
  await keyboard.press('button', named('booking.to-confirm'))
  await headed(page, text('booking.confirm-title'))
}

/** Waits for a page by its h1. */
export async function headed(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: nameOf(title) }).waitFor()
}

/** A text as a name: in やさしい日本語 readings stand between its words, `空 あ いている`. */
export function nameOf(text: string): RegExp {
  const letters = Array.from(text, letter => letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(letters.join('[（）\\p{Script=Hiragana}\\s]*?'), 'u')
}
