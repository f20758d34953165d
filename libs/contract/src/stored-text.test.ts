import * as forms from '@asaichi/testkit/real-forms.ts'
import { describe, expect, test } from 'vitest'
import { Name, Profile } from './identity/account.ts'
import { isVisible, phoneDigits } from './stored-text.ts'
import { line, lines, MailAddress } from './text.ts'

const { kana, phone, postalCode } = Profile.shape

test('M3: three hundred real forms stand in the tables', () => {
  const tables = [forms.MAIL_ADDRESSES, forms.PHONES, forms.POST_CODES, forms.NAMES, forms.READINGS]
  expect(tables.flat().length).toBeGreaterThanOrEqual(300)
})

describe.each([
  ['mail address', MailAddress, forms.MAIL_ADDRESSES, forms.NO_MAIL_ADDRESSES],
  ['telephone number', phone, forms.PHONES, forms.NO_PHONES],
  ['post code', postalCode, forms.POST_CODES, forms.NO_POST_CODES],
  ['reading', kana, forms.READINGS, forms.NO_READINGS],
] as const)('M3: a %s', (_, field, right, wrong) => {
  test.each(right)('%j is kept as %j, also when it is read once more', (typed, kept) => {
    expect(field.safeParse(typed).data).toBe(kept)
    expect(field.safeParse(kept).data).toBe(kept)
  })
  test.each(wrong)('%j is refused', typed => expect(field.safeParse(typed).success).toBe(false))
})

test.each(forms.NAMES)('M7: the name %s is kept as it was typed', name => {
  expect(Name.parse(` ${name}\u3000`)).toBe(name)
})

test('M7: letters and the marks behind them become one, and nothing else changes', () => {
  expect(Name.parse('か\u3099き\u309a')).toBe('が\u304d\u309a')
  expect(Name.parse('Nguye\u0302\u0303n')).toBe('Nguy\u1ec5n')
  expect(Name.parse('김철수'.normalize('NFD'))).toBe('김철수')
  expect(Name.parse('\ufa19か\u3099\ufa1b')).toBe('\ufa19が\ufa1b')
})

test.each(forms.INVISIBLE)('P13: %j alone fills no field', letter => {
  expect(isVisible(letter)).toBe(false)
  for (const field of [Name, line(40), lines(40)]) expect(field.safeParse(letter).success).toBe(false)
})

test.each([
  ['+81 90', '090'],
  ['0422（45）', '042245'],
  ['090-1', '0901'],
  ['みなみ', undefined],
  ['1組', undefined],
])('T5: what may be the beginning of a number: %s is %s', (typed, digits) => {
  expect(phoneDigits(typed)).toBe(digits)
})
