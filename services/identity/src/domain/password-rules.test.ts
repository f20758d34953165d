import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMMON_PASSWORDS, TOP_PASSWORDS } from './common-passwords.ts'
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

const resident = {
  ...owner,
  birthDate: '1990-05-07',
  phone: '090-1234-5678',
  memberNumber: '4820139',
  city: { cityId: 'mitaka', name: '三鷹市' },
}

test.each([
  ['birth date', 'q!19900507zz'],
  ['birth date with signs', 'born 1990/05/07'],
  ['birth date without noughts', 'x199057-x-x'],
  ['birth date with a short year', 'zz-900507-zz'],
  ['birth date in full width', 'ｗｗ１９９００５０７'],
  ['phone', 'tel09012345678'],
  ['end of the phone', 'call 1234-5678'],
  ['member number', 'nr.4820139!'],
  ['city', 'my mitaka life'],
  ['city, written', '朝の三鷹が好きです'],
  ['local part of the mail', 'xx-hana.mita-san'],
] as const)('A12: the own %s in a password is refused with the reason', (_, password) => {
  expect(weaknessOf(password, resident)).toBe('contains-name')
  expect(weaknessOf(password, { name: '別 人', kana: 'ベツ ジン', mail: 'other@example.jp' })).not.toBe(
    'contains-name',
  )
})

test('A12: a day and month alone, or any other number, is no birth date', () => {
  for (const password of ['my cats 0507 run', '2026 was a wet year', 'route 1234 at dawn'])
    expect(weaknessOf(password, resident)).toBeUndefined()
})

test('A12, ASVS 6.2.4: of the passwords most often found in leaks none is taken', () => {
  expect(TOP_PASSWORDS.size).toBeGreaterThan(3_000)
  for (const word of [...TOP_PASSWORDS].slice(0, 3_000)) {
    expect(weaknessOf(word, owner), word).toBeDefined()
    expect(weaknessOf(word.toUpperCase(), owner), word).toBeDefined()
  }
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
