import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'
import { readPeople } from './read-people.ts'

const HEAD = '利用者番号,氏名,フリガナ,生年月日,郵便番号,住所,電話番号,メールアドレス,役割,利用承認,言語'
const MINAMI =
  '0012345,朝日 みなみ,アサヒ ミナミ,昭和26年4月18日,181-0001,三鷹市井の頭1-1,0422(45)1151,minami@example.jp,,承認,'

function faultsOf(text: string): readonly string[] {
  const read = readPeople(text)
  return read.ok ? [] : read.faults.map(({ line, column, says }) => `${line} ${column} ${says}`)
}

test('S8, B5: a list is read as lists are written: era dates, bracketed phones, a mark of UTF-8, any order of columns', () => {
  expect(readPeople(`\ufeff${HEAD}\r\n${MINAMI}\r\n`)).toEqual({
    ok: true,
    people: [
      {
        line: 2,
        person: {
          memberNumber: '0012345',
          name: '朝日 みなみ',
          kana: 'アサヒ ミナミ',
          birthDate: '1951-04-18',
          postalCode: '181-0001',
          address: '三鷹市井の頭1-1',
          phone: '0422-45-1151',
          mail: 'minami@example.jp',
          role: 'resident',
          permission: 'approved',
          language: 'ja',
        },
      },
    ],
  })
  const backwards = (line: string) => line.split(',').toReversed().join(',')
  expect(readPeople(`${backwards(HEAD)}\n${backwards(MINAMI)}`)).toMatchObject({ ok: true })
})

test('what may be missing may be: staff’s list without languages', () => {
  const shorter = (line: string) => line.split(',').slice(0, 9).join(',')
  const read = readPeople(`${shorter(HEAD)}\n${shorter(MINAMI).replace(/,$/, ',職員')}`)
  expect(read).toMatchObject({
    ok: true,
    people: [{ person: { role: 'staff', permission: 'none', language: 'ja' } }],
  })
})

test('G11: the class of a person is a column of its own, as the city calls it', () => {
  const read = readPeople(
    `${HEAD},利用者区分\n${MINAMI},市外\n${MINAMI.replace('0012345', '0012346').replace('minami', 'm')},`,
  )
  const classes = read.ok ? read.people.map(({ person }) => person.userClass) : []
  expect(classes).toEqual(['市外', undefined])
})

test.each([
  [
    'a column that is not there',
    `${HEAD.replace('生年月日', '誕生日')}\n${MINAMI}`,
    ['1 生年月日 no such column'],
  ],
  ['no line at all', '', expect.arrayContaining(['1 氏名 no such column'])],
  [
    'a day that never was',
    `${HEAD}\n${MINAMI.replace('4月18日', '4月31日')}`,
    [expect.stringMatching(/^2 生年月日 /)],
  ],
  [
    'a role nobody has',
    `${HEAD}\n${MINAMI.replace(',,承認', ',部長,承認')}`,
    [expect.stringMatching(/^2 役割 /)],
  ],
  [
    'a short number',
    `${HEAD}\n${MINAMI.replace('0012345', '12345')}`,
    [expect.stringMatching(/^2 利用者番号 /)],
  ],
  [
    'one person twice',
    `${HEAD}\n${MINAMI}\n${MINAMI.replace('minami', 'MINAMI')}`,
    ['3 利用者番号 the same as in line 2', '3 メールアドレス the same as in line 2'],
  ],
  [
    'the right line behind a cell of two lines',
    `${HEAD}\n${MINAMI.replace('三鷹市井の頭1-1', '"三鷹市\n井の頭1-1"')}\n${MINAMI.replace('0012345', 'x')}`,
    expect.arrayContaining([expect.stringMatching(/^4 利用者番号 /)]),
  ],
  ['an open quote', `${HEAD}\n"${MINAMI}`, [expect.stringMatching(/^2 {2}not readable as CSV/)]],
])('S8: %s is told by line and column, and no value with it', (_what, text, faults) => {
  const told = faultsOf(text)
  expect(told).toEqual(faults)
  for (const value of ['朝日', 'minami@', '0422', '部長']) expect(told.join('\n')).not.toContain(value)
})

test('however wrong a file is, no more than two hundred faults are told', () => {
  expect(faultsOf(`${HEAD}\n${'x,x,x,x,x,x,x,x,x,x,x\n'.repeat(5_000)}`)).toHaveLength(200)
})

test('S8: old systems export Shift_JIS, with the letters of Windows; what is neither is not guessed at', () => {
  // 髙 and ① of Windows-31J.
  expect(decodeText(Uint8Array.from([0xfb, 0xfc, 0x87, 0x40]))).toBe('髙①')
  expect(decodeText(new TextEncoder().encode('\ufeff髙橋'))).toBe('髙橋')
  expect(decodeText(Uint8Array.from([0x81, 0xff, 0xff]))).toBeUndefined()
})
