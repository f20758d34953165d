import { ReasonCode } from '@asaichi/contract/reservation/reservation.ts'
import { expect, test } from 'vitest'
import { reasons as en } from './en/reasons.ts'
import { minutesIn, saidFact, type Writing } from './facts.ts'
import { reasons as ja } from './ja/reasons.ts'
import { reasons as easy } from './ja-easy/reasons.ts'
import { piecesOf } from './markup.ts'
import { WORDS } from './sentences.ts'
import { caseKey } from './words.ts'

type Texts = Readonly<Record<string, string>>
const REASONS = { ja, 'ja-easy': easy, en }
const KANJI = /\p{Script=Han}/u

const textsOf = (language: keyof typeof WORDS): Texts => {
  const { sentences, titles, fields } = WORDS[language]
  return { ...sentences, ...titles, ...fields }
}
const TEXTS = { ja: textsOf('ja'), 'ja-easy': textsOf('ja-easy'), en: textsOf('en') }

test.each(['ja-easy', 'en'] as const)('V7: %s says the same with the same facts', language => {
  const facts = (texts: Texts) => Object.entries(texts).map(([code, text]) => [code, factsIn(text)])
  expect(Object.fromEntries(facts(TEXTS[language]))).toEqual(Object.fromEntries(facts(TEXTS.ja)))
})

test('V7: every kanji of やさしい日本語 has its reading', () => {
  const bare = Object.values(TEXTS['ja-easy']).filter(text =>
    piecesOf(text).some(piece => piece.kind === 'words' && KANJI.test(piece.words)),
  )
  expect(bare).toEqual([])
})

test('V7: English is English', () => {
  expect(Object.values(TEXTS.en).filter(text => KANJI.test(text))).toEqual([])
})

test('V2: what a receipt or a list says of a reason needs no facts', () => {
  const later = Object.values(REASONS).flatMap(reasons =>
    Object.entries(reasons).filter(([key]) => /-(short|past)$/.test(key) && key !== 'too-short'),
  )
  expect(later).toHaveLength(3 * 2 * ReasonCode.options.length)
  expect(later.filter(([, text]) => factsIn(text).length > 0)).toEqual([])
})

test.each([
  ['weak-password', { reason: 'too-short' }, 'パスワードは8文字以上にしてください。'],
  ['weak-password', { reason: 'of a newer server' }, 'パスワードを別のものにしてください。'],
  ['outside-hours', { opens: null, closes: null, reason: '年末年始' }, 'この日は利用できません。{reason}'],
  ['outside-hours', { opens: '09:00', closes: '22:00' }, '利用できる時間は{opens}から{closes}までです。'],
  ['wrong-listing', { use: 'free', listingId: null }, 'この催しは、通常の区分から申し込んでください。'],
  [
    'not-approved',
    { permission: 'suspended' },
    '利用が停止されているため、申し込めません。予約済みのものは見られます。市の窓口にお問い合わせください。',
  ],
  ['taken', { place: 2 }, 'その時間はすでにふさがっています。ほかの時間を選んでください。'],
] as const)('M31: %s with %j is said for its case', (code, facts, sentence) => {
  expect(TEXTS.ja[caseKey(code, facts)] ?? TEXTS.ja[code]).toBe(sentence)
})

const WRITING: Writing = {
  day: date => `day ${date}`,
  month: month => `month ${month}`,
  moment: instant => `moment ${instant}`,
  end: instant => `end ${instant}`,
}

test('M31: facts are written as the reader’s language writes them, ends as ends', () => {
  const at = '2024-11-10T15:00:00.000Z'
  const said = (name: string, value: unknown) => saidFact(name, value, WRITING)
  expect(said('opensAt', at)).toBe(`moment ${at}`)
  expect(said('closedAt', at)).toBe(`end ${at}`)
  expect(said('confirmBy', at)).toBe(`end ${at}`)
  expect(said('first', '2024-11-01')).toBe('day 2024-11-01')
  expect(said('last', '2024-12')).toBe('month 2024-12')
  expect(said('limit', 10)).toBe(10)
  expect(said('opens', '09:00')).toBe('09:00')
  expect(said('reason', null)).toBe('')
  expect(said('blocker', { kind: 'draw' })).toBeUndefined()
})

test('M31: a wait is told in whole minutes', () => {
  expect(minutesIn(61)).toBe(2)
})

function factsIn(text: string): readonly string[] {
  return piecesOf(text)
    .flatMap(piece => (piece.kind === 'param' ? [piece.name] : []))
    .sort()
}
