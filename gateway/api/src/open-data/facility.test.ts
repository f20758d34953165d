import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { demoVenue, NEVER_OPEN } from '@asaichi/testkit/demo-venue.ts'
import { describe, expect, test } from 'vitest'
import { facilityOf } from './facility.ts'
import { hoursWords } from './hours-words.ts'

const city = {
  ...demoCity({ cityId: 'mitaka' }),
  openData: { municipalityCode: '132047', prefecture: '東京都', licence: 'CC BY 4.0' },
}
const facility = (differences: Parameters<typeof demoVenue>[0] = {}) =>
  facilityOf({ city, venue: demoVenue(differences), nr: 7 }, 'https://yoyaku.example.jp')

describe('the 公共施設一覧 of a hall', () => {
  test('has the 56 columns of the form, with an id that the body makes unique', () => {
    expect(Object.keys(facility())).toHaveLength(56)
    expect(facility()).toMatchObject({
      全国地方公共団体コード: '132047',
      ID: '132047000007',
      地方公共団体名: '東京都試験市',
      名称: '試験公会堂',
      郵便番号: '1810001',
      URL: 'https://yoyaku.example.jp/venues/kokaido',
    })
  })

  test('says of access what is known, and leaves empty what is not', () => {
    const { 車椅子可, 授乳室, 字幕, 緯度, 名称_カナ } = facility({
      facts: {
        access: { wheelchairs: true, nursingRoom: false },
        latitude: 35.6895,
        kana: 'シケンコウカイドウ',
      },
    })
    expect([車椅子可, 授乳室, 字幕, 緯度, 名称_カナ]).toEqual([
      '有',
      '無',
      '',
      '35.6895',
      'シケンコウカイドウ',
    ])
  })
})

describe('the hours of a hall, where there is room for one pair', () => {
  const { hours } = demoVenue()

  test('are the commonest; a weekday, holidays and closures that differ are told in words', () => {
    const closures = [
      { from: '2024-12-29', to: '2025-01-03', reason: '年末年始' },
      { from: '2025-02-08', to: '2025-02-08', reason: '点検' },
    ]
    expect(hoursWords({ hours: { ...hours, sun: 'closed', holiday: 'closed' }, closures })).toEqual({
      weekdays: '月火水木金土',
      opens: '09:00',
      closes: '21:00',
      exceptions:
        '火曜日 10:30-21:00；祝日 休館；休館 2024-12-29から2025-01-03まで 年末年始；休館 2025-02-08 点検',
    })
  })

  test('are empty for a hall that never opens by the week', () => {
    expect(hoursWords({ hours: { ...hours, ...NEVER_OPEN }, closures: [] })).toMatchObject({
      weekdays: '',
      opens: '',
      closes: '',
      exceptions: '祝日 09:00-21:00',
    })
  })
})
