import { expect, test } from 'vitest'
import { isSamePerson, typedFromMail } from './password-help.ts'

const KNOWN = {
  names: ['井口 はるか', '朝の読書会'],
  birthDate: '1990-05-17',
  mail: 'haruka@example.jp',
}
const CLAIM = { name: '井口はるか', birthDate: '1990-05-17', mail: 'haruka@example.jp' }

test.each([
  ['井口 はるか', true],
  ['井口はるか', true],
  ['井口　はるか', true],
  [' 井 口 は る か ', true],
  ['朝の読書会', true],
  ['井口', false],
  ['井口 はるかさん', false],
])('S9: the name “%s” is the one registered: %s', (name, expected) => {
  expect(isSamePerson({ ...CLAIM, name }, KNOWN)).toBe(expected)
})

test('S9: width and capitals of Latin names are no difference', () => {
  expect(isSamePerson({ ...CLAIM, name: 'ＡＮＮＡ lee' }, { ...KNOWN, names: ['Anna Lee'] })).toBe(true)
})

test.each([{ birthDate: '1990-05-18' }, { mail: 'other@example.jp' }, { name: '井口 はる' }])(
  'S9: one thing that differs, %j, is no match',
  difference => {
    expect(isSamePerson({ ...CLAIM, ...difference }, KNOWN)).toBe(false)
  },
)

test('A34: a temporary password may be typed wide, in capitals and in groups', () => {
  expect(typedFromMail(' ABCD-efgh　jkmn‐ｐｑｒｓ ')).toBe('abcdefghjkmnpqrs')
})
