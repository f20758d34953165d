import { expect, test } from 'vitest'
import { allStates } from '../ui/state/states.ts'
import type { Key } from './catalogue.ts'
import { piecesOf, plainText } from './markup.ts'

type Texts = Readonly<Record<string, string>>
const ja = import.meta.glob<Texts>('./ja/*.ts', { import: 'texts', eager: true })
const easy = import.meta.glob<Texts>('./ja-easy/*.ts', { import: 'texts', eager: true })
const en = import.meta.glob<Texts>('./en/*.ts', { import: 'texts', eager: true })

const KANJI = /\p{Script=Han}/u

test('V7: every area exists in every language', () => {
  const areas = (files: object) => Object.keys(files).map(file => file.split('/').pop())
  expect(areas(easy)).toEqual(areas(ja))
  expect(areas(en)).toEqual(areas(ja))
})

test.each(Object.keys(ja))('V7: %s has the same keys and parameters in every language', file => {
  const japanese = ja[file] ?? {}
  for (const other of [
    easy[file.replace('/ja/', '/ja-easy/')] ?? {},
    en[file.replace('/ja/', '/en/')] ?? {},
  ]) {
    expect(Object.keys(other).sort()).toEqual(Object.keys(japanese).sort())
    for (const [key, text] of Object.entries(japanese))
      expect([key, paramNames(other[key] ?? '')]).toEqual([key, paramNames(text)])
  }
})

test.each(Object.entries(easy))('V7: every kanji of %s has its reading', (_, texts) => {
  const bare = Object.entries(texts).filter(([, text]) =>
    piecesOf(text).some(piece => piece.kind === 'words' && KANJI.test(piece.words)),
  )
  expect(bare).toEqual([])
})

test.each(Object.entries(en))('V7: %s is English', (_, texts) => {
  expect(Object.values(texts).filter(text => KANJI.test(text))).toEqual([])
})

test.each(allStates())('M28: $word says what it is, what comes next and who acts', ({ word, next, who }) => {
  for (const key of [word, next, who]) expect(textOf(key)).not.toBe('')
})

test('V7: plain text drops readings and fills parameters', () => {
  expect(plainText('{空|あ}き {count}', { count: 3 })).toBe('空き 3')
})

function paramNames(text: string): readonly string[] {
  return piecesOf(text)
    .flatMap(piece => (piece.kind === 'param' ? [piece.name] : []))
    .sort()
}

function textOf(key: Key): string {
  const [area = '', name = ''] = key.split('.')
  return ja[`./ja/${area}.ts`]?.[name] ?? ''
}
