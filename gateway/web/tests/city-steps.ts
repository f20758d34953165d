import type { Page } from 'playwright-core'
import { labelOf } from './staff-steps.ts'
import type { Reading } from './states/reading.ts'

/** T16: fills in a city nobody has made yet. */
export async function fillCity(page: Page, text: Reading): Promise<void> {
  const fields = {
    name: '朝日市',
    id: 'asahi',
    office: '朝日市 施設課',
    address: '朝日市本町1-1',
    phone: '000-000-0000',
    hours: '平日 08:30～17:15',
    url: 'https://asahi.example.jp',
    mail: 'shisetsu@asahi.example.jp',
  } as const
  for (const [field, words] of Object.entries(fields) as [keyof typeof fields, string][])
    await page.getByLabel(labelOf(text, `admin.city-${field}`)).fill(words)
}
