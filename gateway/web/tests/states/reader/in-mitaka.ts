import { mitaka } from '@asaichi/town/demo/mitaka.ts'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import type { ScreenState } from '../state.ts'

/** A state begins with empty storage: who is not logged in says first which city it is about, in place. */
export const inMitaka: NonNullable<ScreenState['reach']> = async (page: Page) => {
  const choice = page.getByRole('button', { name: mitaka.name })
  await choice.click()
  await choice.waitFor({ state: 'detached' })
}

/** The demo’s cities have none. */
const CLASSES = [
  { classId: 'residents', name: '市内', translations: { en: { name: 'Residents' } } },
  { classId: 'outside', name: '市外', translations: { en: { name: 'Others' } } },
]

const Cities = z.object({ items: z.array(z.looseObject({ policy: z.looseObject({}) })) })

/** G10, G11: the pages of a city that distinguishes its people. */
export async function withClasses(page: Page): Promise<void> {
  await page.route('**/api/cities', async route => {
    const { items } = Cities.parse(await (await route.fetch()).json())
    const cities = items.map(city => ({ ...city, policy: { ...city.policy, classes: CLASSES } }))
    await route.fulfill({ json: { items: cities } })
  })
}
