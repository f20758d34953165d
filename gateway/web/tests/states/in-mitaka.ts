import { mitaka } from '@asaichi/town/demo/mitaka.ts'
import type { Page } from 'playwright-core'
import type { ScreenState } from './state.ts'

/** A state begins with empty storage: who is not logged in says first which city it is about, in place. */
export const inMitaka: NonNullable<ScreenState['reach']> = async (page: Page) => {
  const choice = page.getByRole('button', { name: mitaka.name })
  await choice.click()
  await choice.waitFor({ state: 'detached' })
}
