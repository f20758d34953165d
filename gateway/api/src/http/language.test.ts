import { expect, test } from 'vitest'
import { languageOf } from './language.ts'

test.each([
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['EN-us', 'en'],
  ['ja,en-US;q=0.9,en;q=0.8', 'ja'],
  ['en;q=0.5, ja-JP;q=0.8', 'ja'],
  ['ja-easy, ja;q=0.5', 'ja-easy'],
  ['fr-CH, fr;q=0.9, en;q=0.8, *;q=0.5', 'en'],
  ['fr, *;q=0.5, en;q=0.1', 'ja'],
  ['en;q=0, fr', 'ja'],
  ['en;q=none', 'ja'],
  ['zh-Hant-TW', 'ja'],
  [`${'x-'.repeat(4000)},en`, 'en'],
  ['', 'ja'],
  [undefined, 'ja'],
])('V7: Accept-Language %o is answered in %s', (header, language) => {
  expect(languageOf(header)).toBe(language)
})
