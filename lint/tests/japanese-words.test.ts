import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'

const ROOT = path.join(import.meta.dirname, '../..')
/** Where sentences for people stand. */
const PLACES = [
  'gateway/web/src/i18n/ja',
  'libs/wording/src/ja',
  'services/notification/src/about',
  'services/notification/src/mails',
  'gateway/api/src/routes',
]
/** The other ways to write what CONTRIBUTING.md has one word for. The verb is 申し込む, so its forms stay. */
const OTHERS =
  /申し込み(?!ま[すしせ]|たい|直|や|そ)|[\d０-９}]けた|６桁|認証コード|解錠番号|暗証番号|本登録する/g

test('V7: screens, mails and the API call one thing by one Japanese word', async () => {
  const found = await Promise.all(PLACES.map(place => written(place, OTHERS)))
  expect(found.flat()).toEqual([])
})

/** `9:00` beside `09:00`, where a sentence holds a time itself. */
const OTHER_TIMES = /(?<![\d:])\d:[0-5]\d(?![\d:])/g

test('W9m: a time is written in two digits, wherever people read it', async () => {
  const places = [
    ...PLACES,
    'services/notification/src/languages',
    'gateway/web/src/i18n/ja-easy',
    'gateway/web/src/i18n/en',
  ]
  const found = await Promise.all(places.map(place => written(place, OTHER_TIMES)))
  expect(found.flat()).toEqual([])
})

async function written(place: string, pattern: RegExp): Promise<readonly string[]> {
  const entries = await readdir(path.join(ROOT, place), { recursive: true, withFileTypes: true })
  const files = entries.filter(
    entry => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'),
  )
  const found = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const file = path.join(parentPath, name)
      const text = await readFile(file, 'utf8')
      return [...text.matchAll(pattern)].map(([word]) => `${path.relative(ROOT, file)}: ${word}`)
    }),
  )
  return found.flat()
}
