import type { Language } from '@asaichi/contract/actor.ts'
import { piecesOf } from '@asaichi/wording/markup.ts'
import { expect, test } from 'vitest'
import { allStates } from '../ui/state/states.ts'
import type { Key } from './catalogue.ts'
import { LANGUAGES } from './languages.ts'

type Texts = Readonly<Record<string, string>>
const TEXTS: Readonly<Record<Language, Readonly<Record<string, Texts>>>> = {
  ja: import.meta.glob<Texts>('./ja/*.ts', { import: 'texts', eager: true }),
  'ja-easy': import.meta.glob<Texts>('./ja-easy/*.ts', { import: 'texts', eager: true }),
  en: import.meta.glob<Texts>('./en/*.ts', { import: 'texts', eager: true }),
}
const { ja, 'ja-easy': easy, en } = TEXTS
const OTHERS = LANGUAGES.filter(language => language !== 'ja')

const KANJI = /\p{Script=Han}/u

test('V7: every area exists in every language', () => {
  const areas = (files: object) => Object.keys(files).map(file => file.split('/').pop())
  for (const language of OTHERS) expect([language, areas(TEXTS[language])]).toEqual([language, areas(ja)])
})

test.each(Object.keys(ja))('V7: %s has the same keys and parameters in every language', file => {
  const japanese = ja[file] ?? {}
  for (const language of OTHERS) {
    const other = TEXTS[language][file.replace('/ja/', `/${language}/`)] ?? {}
    expect(Object.keys(other).sort()).toEqual(Object.keys(japanese).sort())
    for (const [key, text] of Object.entries(japanese)) {
      expect([key, paramNames(other[key] ?? '')]).toEqual([key, paramNames(text)])
      expect(paramNames(text), key).toEqual(expect.arrayContaining([...countedNames(other[key] ?? '')]))
    }
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

const PARTS = import.meta.glob<Texts>('./{ja,ja-easy,en}/*/*.ts', { import: 'texts', eager: true })
test.each(Object.entries(PARTS))('V7: what %s says is not said otherwise by its whole', (file, part) => {
  const name = `${file.slice(0, file.lastIndexOf('/'))}.ts`
  const whole = Object.values(TEXTS).map(files => files[name])
  expect(whole).toContainEqual(expect.objectContaining(part))
})

test.each(allStates())('M28: $word says what it is, what comes next and who acts', ({ word, next, who }) => {
  for (const key of [word, next, who]) expect(textOf(key)).not.toBe('')
})

function paramNames(text: string): readonly string[] {
  return piecesOf(text)
    .flatMap(piece => (piece.kind === 'param' ? [piece.name] : []))
    .sort()
}

function countedNames(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+):/g)].map(([, name = '']) => name)
}

function textOf(key: Key): string {
  const [area = '', name = ''] = key.split('.')
  return ja[`./ja/${area}.ts`]?.[name] ?? ''
}
