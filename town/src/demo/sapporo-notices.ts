import type { publishNotice } from '@asaichi/contract/catalog/staff.ts'
import type { z } from 'zod'

/** The manual's five subjects, in its order; the bodies are ours. */
export const sapporoNotices: readonly Omit<z.input<typeof publishNotice.input>, 'actor'>[] = [
  {
    noticeId: '01a1f640-bc00-7000-8000-000000000001',
    cityId: 'sapporo',
    venueId: null,
    date: '2026-11-20',
    title: '年末年始のサービス停止について',
    body: '（サンプル）12月29日から1月3日まで、窓口をお休みします。空き状況はこの間も見られます。期間中に届いた申込みの確認は1月4日からになります。',
    translations: {
      'ja-easy': {
        title: '年末年始（ねんまつ ねんし）の 休み',
        body: '（サンプル）12月29日から 1月3日まで、窓口（まどぐち）は 休みです。空いて いる 部屋は この 間も 見る ことが できます。この 間に 来た 申込み（もうしこみ）は、1月4日から 見ます。',
      },
      en: {
        title: 'Closed over the New Year',
        body: '(Sample) The desk is closed from 29 December to 3 January. Free times can still be seen. Applications that arrive in these days are looked at from 4 January.',
      },
    },
  },
  {
    noticeId: '01a1f11a-6000-7000-8000-000000000001',
    cityId: 'sapporo',
    venueId: 'sapporo-shiroishi',
    date: '2026-11-19',
    title: '白石区民センターの休館について',
    body: '（サンプル）設備点検のため、2027年2月8日と9日は全館お休みです。',
    translations: {
      'ja-easy': {
        title: '白石区民センター（しろいし くみんセンター）の 休み',
        body: '（サンプル）機械（きかい）を しらべる ため、2027年2月8日と 9日は 建物が 全部（ぜんぶ） 休みです。',
      },
      en: {
        title: 'Shiroishi Ward Community Centre will be closed',
        body: '(Sample) The whole centre is closed on 8 and 9 February 2027 for an inspection of its equipment.',
      },
    },
  },
  {
    noticeId: '01a1ec2a-f280-7000-8000-000000000001',
    cityId: 'sapporo',
    venueId: 'sapporo-higashi',
    date: '2026-11-18',
    title: '東区民センターの改修工事について',
    body: '（サンプル）改修工事のため、2027年3月1日から7日まで全館お休みです。工事の間、駐車場も使えません。',
    translations: {
      'ja-easy': {
        title: '東区民センター（ひがし くみんセンター）の 工事（こうじ）',
        body: '（サンプル）建物を 直す ため、2027年3月1日から 7日まで 全部（ぜんぶ） 休みです。この 間、車を 止める 場所も 使えません。',
      },
      en: {
        title: 'Renovation of Higashi Ward Community Centre',
        body: '(Sample) The whole centre is closed from 1 to 7 March 2027 for renovation. Its car park cannot be used in that time either.',
      },
    },
  },
  {
    noticeId: '01a1ebf4-0400-7000-8000-000000000001',
    cityId: 'sapporo',
    venueId: null,
    date: '2026-11-18',
    title: 'ホール利用の予約について',
    body: '（サンプル）ホールは、全体でも半分（A・B）でも申し込めます。全体に予約が入っている時間は、半分だけの利用はできません。',
    translations: {
      'ja-easy': {
        title: 'ホールの 予約（よやく）',
        body: '（サンプル）ホールは 全部（ぜんぶ）でも、半分（Aか B）でも 申し込む（もうしこむ） ことが できます。全部の 予約が ある 時間は、半分だけ 使う ことは できません。',
      },
      en: {
        title: 'Booking the halls',
        body: '(Sample) A hall can be booked whole or by halves (A and B). While the whole hall is booked, its halves cannot be used.',
      },
    },
  },
  {
    noticeId: '01a1e6cd-a800-7000-8000-000000000001',
    cityId: 'sapporo',
    venueId: null,
    date: '2026-11-17',
    title: '利用方法の一部変更について',
    body: '（サンプル）事前の申込みは、使う月の2か月前の1日から7日までに変わりました。抽選は10日の9時です。窓口が休みの日に当たるときは、次の開いている日に行います。',
    translations: {
      'ja-easy': {
        title: '使い方が 少し 変わりました',
        body: '（サンプル）前もって 申し込む（もうしこむ） 時は、使う 月の 2か月 前の 1日から 7日までです。抽選（ちゅうせん）は 10日の 9時です。その 日が 窓口（まどぐち）の 休みの ときは、次の 開いて いる 日に します。',
      },
      en: {
        title: 'A change in how to apply',
        body: '(Sample) Lottery entries are now taken from the 1st to the 7th of the month two months before use. The draw is on the 10th at 9:00. Where such a day is one when the desk is closed, it is held on the next day that the desk is open.',
      },
    },
  },
]
