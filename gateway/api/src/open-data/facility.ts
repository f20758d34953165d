import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Access } from '@asaichi/contract/catalog/open-data.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { hoursWords } from './hours-words.ts'

export type OpenCity = City & { readonly openData: NonNullable<City['openData']> }

/** A hall as the 公共施設一覧 of 自治体標準オープンデータセット has it: its columns in their order, what is not known empty. */
export function facilityOf(
  { city, venue, nr }: { readonly city: OpenCity; readonly venue: Venue; readonly nr: number },
  publicUrl: string,
): Readonly<Record<string, string>> {
  const { municipalityCode, prefecture } = city.openData
  const { facts = {}, translations } = venue
  const hours = hoursWords(venue)
  return {
    全国地方公共団体コード: municipalityCode,
    ID: `${municipalityCode}${String(nr).padStart(6, '0')}`,
    地方公共団体名: `${prefecture}${city.name}`,
    名称: venue.name,
    名称_カナ: facts.kana ?? '',
    名称_英字: translations?.en?.name ?? '',
    名称_通称: '',
    POIコード: '',
    外部識別子: `${city.name} 施設予約`,
    外部識別子の値: venue.venueId,
    所在地_全国地方公共団体コード: municipalityCode,
    町字ID: '',
    所在地_連結表記: venue.address,
    所在地_都道府県: prefecture,
    所在地_市区町村: city.name,
    所在地_町字: facts.addressParts?.town ?? '',
    所在地_番地以下: facts.addressParts?.block ?? '',
    '建物名等(方書)': facts.addressParts?.building ?? '',
    緯度: facts.latitude?.toString() ?? '',
    経度: facts.longitude?.toString() ?? '',
    高度の種別: '',
    高度の値: '',
    電話番号: venue.phone ?? '',
    内線番号: '',
    連絡先メールアドレス: city.office.mail,
    連絡先FormURL: city.office.url,
    '連絡先備考（その他、SNSなど）': '',
    郵便番号: venue.postalCode.replace('-', ''),
    法人番号: facts.operator?.corporateNumber ?? '',
    団体名: facts.operator?.name ?? '',
    利用可能曜日: hours.weekdays,
    開始時間: hours.opens,
    終了時間: hours.closes,
    利用可能時間特記事項: hours.exceptions,
    説明: venue.text,
    ...accessColumns(facts.access ?? {}),
    URL: new URL(`/venues/${venue.venueId}`, publicUrl).href,
    画像: venue.photo ?? '',
    画像_ライセンス: facts.photoLicence ?? '',
    備考: '',
  }
}

const ACCESS = {
  wheelchairs: '車椅子可',
  wheelchairLoan: '車椅子貸出',
  caneLoan: 'ツエ貸出',
  accessibleToilet: 'バリアフリートイレ',
  stepFreeWays: 'スロープ、エレベータ、エスカレータ',
  tactilePaving: '点字ブロック等の移動支援',
  brailleOrReading: '点字や読上による支援',
  assistanceDogs: '盲導犬・介助犬、聴導犬同伴',
  captions: '字幕',
  writtenTalk: '筆談対応',
  priorityParking: '優先駐車場',
  ostomateToilet: 'オストメイト対応トイレ',
  nursingRoom: '授乳室',
  diaperTable: 'おむつ替えコーナー',
  eating: '飲食可否',
  strollerLoan: 'ベビーカー貸出',
  strollers: 'ベビーカー利用',
} as const satisfies Readonly<Record<keyof Access, string>>

function accessColumns(access: Access): Readonly<Record<string, string>> {
  const known: Readonly<Record<string, boolean | undefined>> = access
  return Object.fromEntries(Object.entries(ACCESS).map(([flag, column]) => [column, flagWord(known[flag])]))
}

function flagWord(flag: boolean | undefined): string {
  if (flag === undefined) return ''
  return flag ? '有' : '無'
}
