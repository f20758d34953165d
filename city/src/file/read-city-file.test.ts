import type { CityFile } from '@asaichi/contract/catalog/city-file.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { expect, test } from 'vitest'
import { cityFileText } from './city-file-text.ts'
import { readCityFile } from './read-city-file.ts'

const { cityId: _, ...hall } = demoVenue()
const FILE: CityFile = { city: demoCity({ cityId: 'mitaka' }), venues: [hall] }
const TEXT = cityFileText(FILE)

/** The file with one line of its text put in the place of another; its faults as `line: path: says`. */
function faultsWith(line: string | RegExp, instead: string): readonly string[] {
  const text = TEXT.replace(line, instead)
  expect(text).not.toBe(TEXT)
  const read = readCityFile(text)
  if (read.ok) return []
  return read.faults.map(fault => `${textOf(text, fault.line)} | ${fault.path} | ${fault.says}`)
}

function textOf(text: string, line: number): string {
  return text.split('\n')[line - 1]?.trim() ?? ''
}

test('a city is read from its file as it was written there', () => {
  expect(readCityFile(TEXT)).toEqual({ ok: true, file: FILE })
})

test('times stand in quotes, for readers to whom 21:00 is a number', () => {
  expect(TEXT).toContain('closes: "21:00"')
  expect(TEXT).not.toMatch(/: \d\d:\d\d$/m)
})

test.each([
  [
    'a value that cannot be',
    'codeDigits: 6',
    'codeDigits: 3',
    ['codeDigits: 3 | city.policy.codeDigits | Too small: expected number to be >=4'],
  ],
  [
    'a setting nobody knows',
    'codeDigits: 6',
    'codeDigit: 6',
    ['policy: | city.policy.codeDigits | Invalid input: expected number, received undefined'],
  ],
  [
    'a setting too much',
    'codeDigits: 6',
    'codeDigits: 6\n    moveAlowed: true',
    ['moveAlowed: true | city.policy.moveAlowed | no such setting'],
  ],
  [
    'a time off the clock',
    'opens: "10:30"',
    'opens: "25:30"',
    [
      'tue: | venues[0].hours.tue | closes before it opens',
      'opens: "25:30" | venues[0].hours.tue.opens | a time of day is from 00:00 to 24:00',
    ],
  ],
  [
    'a kind of lottery there is not',
    'kind: rolling',
    'kind: weekly',
    [expect.stringMatching(/^kind: weekly \| city\.policy\.windows\.lottery\.kind \| /)],
  ],
  [
    'a key twice',
    'codeDigits: 6',
    'codeDigits: 6\n    codeDigits: 6',
    ['codeDigits: 6 |  | Map keys must be unique'],
  ],
  [
    'an end where none should be',
    'venues:',
    'venues: "',
    ['venues: " |  | Nested mappings are not allowed in compact mappings'],
  ],
  ['no city at all', /^[^]*$/, '', [' |  | Invalid input: expected object, received null']],
] as const)('%s is told with its line and field', (_what, line, instead, faults) => {
  expect(faultsWith(line, instead)).toEqual(faults)
})

test('no file, however odd, makes its reader grow: aliases and length have bounds', () => {
  const aliases = `a: &a [${'x, '.repeat(9)}x]\n${Array.from({ length: 8 }, (_, nr) => `${'bcdefghi'[nr]}: &${'bcdefghi'[nr]} [${`*${'abcdefgh'[nr]}, `.repeat(9)}*${'abcdefgh'[nr]}]`).join('\n')}`
  for (const text of [aliases, 'x'.repeat(300_001), `${'['.repeat(10_000)}`]) {
    const read = readCityFile(text)
    expect(read.ok).toBe(false)
    if (!read.ok) expect(read.faults.length).toBeLessThanOrEqual(50)
  }
})
