import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMMON_PASSWORDS } from './common-passwords.ts'
import { weaknessOf } from './password-rules.ts'

const owner = { name: '三田 花', kana: 'ミタ ハナ', mail: 'hana.mita-san@example.jp' }

test.each([
  ['aB3$xyz', 'too-short'],
  ['𠮷𠮷𠮷𠮷野家屋', 'too-short'],
  ['password', 'too-common'],
  ['PassWord', 'too-common'],
  ['ｐａｓｓｗｏｒｄ', 'too-common'],
  ['Password2024!', 'too-common'],
  ['mitaka12', 'too-common'],
  ['三鷹市2024年!', undefined],
  ['三鷹市2024', 'too-short'],
  ['三鷹市202411', 'too-common'],
  ['12345678', 'too-common'],
  ['aaaaaaaaaa', 'too-common'],
  ['wxwxwxwx', 'too-common'],
  ['ijklmnop', 'too-common'],
  ['zyxwvuts', 'too-common'],
  ['sapporo-84629174629', undefined],
  ['xx三田花xxxx', 'contains-name'],
  ['xxx三田xxxx', 'contains-name'],
  ['xxミタハナ999', 'contains-name'],
  ['my-HANA-2024', 'contains-name'],
  ['hana.mita-san', 'contains-name'],
  ['a san of the sea', undefined],
  ['馬が走る朝の川', 'too-short'],
  ['馬が 走る 朝の川', undefined],
  ['correct horse battery', undefined],
] as const)('A12: %s is %s', (password, weakness) => {
  expect(weaknessOf(password, owner)).toBe(weakness)
})

test('A12: every listed password is common in any case, and with a year behind it', () => {
  for (const word of [...COMMON_PASSWORDS].filter(each => Array.from(each).length >= 8)) {
    expect(weaknessOf(word.toUpperCase(), owner)).toBe('too-common')
    expect(weaknessOf(`${word}!2024`, owner)).toBe(/\p{L}$/u.test(word) ? 'too-common' : undefined)
  }
  expect(COMMON_PASSWORDS.size).toBeGreaterThan(200)
})

test('D23: nothing is refused for the kind of its characters', () => {
  const character = fc.nat(0x10_ff_ff).map(point => String.fromCodePoint(point).toWellFormed())
  const word = fc.string({ unit: character, minLength: 12, maxLength: 60 })
  fc.assert(
    fc.property(word, text => {
      const password = `${text}猫-9 q&Z`
      expect(weaknessOf(password, { name: '三田 花', kana: 'ミタ ハナ', mail: 'w@example.jp' })).not.toBe(
        'too-short',
      )
    }),
  )
})
