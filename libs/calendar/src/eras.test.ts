import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageOn, dateFromEra, type Era, type EraDate, eraOf, formatJapaneseDate } from './eras.ts'
import { addDays, datesBetween } from './local-date.ts'

type EraNumbers = readonly [Era, number, number, number]

describe('S2, S9: eras', () => {
  test.each<[string, EraNumbers]>([
    ['2024-12-01', ['令和', 6, 12, 1]],
    ['2019-05-01', ['令和', 1, 5, 1]],
    ['2019-04-30', ['平成', 31, 4, 30]],
    ['1989-01-08', ['平成', 1, 1, 8]],
    ['1989-01-07', ['昭和', 64, 1, 7]],
    ['1926-12-25', ['昭和', 1, 12, 25]],
    ['1926-12-24', ['大正', 15, 12, 24]],
    ['1912-07-30', ['大正', 1, 7, 30]],
    ['1912-07-29', ['明治', 45, 7, 29]],
    ['1868-10-23', ['明治', 1, 10, 23]],
    ['2024-02-29', ['令和', 6, 2, 29]],
  ])('%s is %j, both ways', (date, numbers) => {
    expect(eraOf(date)).toEqual(eraDate(numbers))
    expect(dateFromEra(eraDate(numbers))).toBe(date)
  })

  test.each<{ numbers: EraNumbers }>([
    { numbers: ['昭和', 64, 1, 8] },
    { numbers: ['昭和', 65, 1, 1] },
    { numbers: ['昭和', 100, 1, 1] },
    { numbers: ['昭和', 1, 12, 24] },
    { numbers: ['令和', 1, 4, 30] },
    { numbers: ['平成', 31, 5, 1] },
    { numbers: ['平成', 1, 1, 7] },
    { numbers: ['大正', 15, 12, 26] },
    { numbers: ['大正', 1, 7, 29] },
    { numbers: ['明治', 45, 7, 31] },
    { numbers: ['明治', 1, 10, 22] },
    { numbers: ['令和', 7, 2, 29] },
    { numbers: ['令和', 7, 2, 30] },
    { numbers: ['令和', 7, 13, 1] },
    { numbers: ['令和', 7, 0, 1] },
    { numbers: ['令和', 7, 1, 0] },
    { numbers: ['令和', 0, 5, 1] },
    { numbers: ['令和', -1, 5, 1] },
    { numbers: ['令和', 6.5, 5, 1] },
    { numbers: ['令和', 6, 5, 1.5] },
    { numbers: ['令和', 8000, 5, 1] },
    { numbers: ['令和', Number.NaN, 5, 1] },
  ])('$numbers names no day', ({ numbers }) => {
    expect(dateFromEra(eraDate(numbers))).toBeUndefined()
  })

  test('the day an emperor died belongs to both eras when read, to the new one when written', () => {
    expect(dateFromEra({ era: '大正', year: 15, month: 12, day: 25 })).toBe('1926-12-25')
    expect(dateFromEra({ era: '明治', year: 45, month: 7, day: 30 })).toBe('1912-07-30')
    expect(eraOf('1926-12-25')?.era).toBe('昭和')
    expect(eraOf('1912-07-30')?.era).toBe('大正')
  })

  test('before 明治 there is no era', () => {
    expect(eraOf('1868-10-22')).toBeUndefined()
  })

  test('every day from 1868 to 2050 comes back from its era', () => {
    const lost = datesBetween('1868-10-23', '2050-12-31').filter(date => {
      const written = eraOf(date)
      return written === undefined || dateFromEra(written) !== date
    })
    expect(lost).toEqual([])
  })

  test('agrees with the runtime’s Japanese calendar since 1873, when Japan adopted the Gregorian one', () => {
    const format = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
      era: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 65_000 }), days => {
        const date = addDays('1873-01-01', days)
        const parts = format.formatToParts(new Date(date))
        const year = parts.find(part => part.type === 'year')?.value
        expect(eraOf(date)?.era).toBe(parts.find(part => part.type === 'era')?.value)
        expect(String(eraOf(date)?.year)).toBe(year === '元' ? '1' : year)
      }),
    )
  })
})

describe('S2: written dates', () => {
  test.each([
    ['2024-12-01', '2024年12月1日（日）', '2024年（令和6年）12月1日（日）'],
    ['2019-05-01', '2019年5月1日（水）', '2019年（令和元年）5月1日（水）'],
    ['1989-01-07', '1989年1月7日（土）', '1989年（昭和64年）1月7日（土）'],
    ['1868-10-22', '1868年10月22日（木）', '1868年10月22日（木）'],
  ])('%s', (date, western, withEra) => {
    expect(formatJapaneseDate(date)).toBe(western)
    expect(formatJapaneseDate(date, { era: true })).toBe(withEra)
  })
})

describe('M15: age', () => {
  test.each([
    ['2006-12-02', '2024-12-01', 17],
    ['2006-12-01', '2024-12-01', 18],
    ['2006-11-30', '2024-12-01', 18],
    ['2024-12-01', '2024-12-01', 0],
    ['2024-12-02', '2024-12-01', -1],
    ['2004-02-29', '2022-02-28', 17],
    ['2004-02-29', '2022-03-01', 18],
    ['2004-02-29', '2024-02-29', 20],
  ])('born %s, on %s: %i', (birthDate, date, age) => {
    expect(ageOn(birthDate, date)).toBe(age)
  })
})

function eraDate([era, year, month, day]: EraNumbers): EraDate {
  return { era, year, month, day }
}
