import type { publishNotice } from '@asaichi/contract/catalog/staff.ts'
import type { z } from 'zod'
import { readDemoCity } from './demo-city.ts'

const INOKASHIRA = 'mitaka-inokashira-tobu'

/** Facts of Mitaka's manual; whatever it does not give is invented and listed under `sample` (サンプル). */
export const mitakaFile = readDemoCity('mitaka')
export const mitaka = mitakaFile.city
export const inokashiraTobu = mitakaFile.venueOf(INOKASHIRA)

export const mitakaNotices: readonly Omit<z.input<typeof publishNotice.input>, 'actor'>[] = [
  {
    noticeId: '01a1c2c1-2400-7000-8000-000000000001',
    cityId: 'mitaka',
    venueId: null,
    date: '2026-11-10',
    title: 'ログインのときにメールで届く番号を入力していただきます（サンプル）',
    body: 'パスワードのほかに、登録したメールアドレスへ届く6桁の番号を入力していただきます。番号は毎回変わり、3分以内に入力してください。',
    translations: {
      'ja-easy': {
        title: 'ログインの ときに メールで 来る 番号も 入れて ください（サンプル）',
        body: 'パスワードを 入れた あとで、メールに 6つの 数字の 番号が 来ます。その 番号を 3分の うちに 入れて ください。番号は いつも ちがいます。',
      },
      en: {
        title: 'Logging in now asks for a number sent by mail (sample)',
        body: 'Besides your password, we ask for a six-digit number that is sent to your registered mail address. It is different each time; please enter it within 3 minutes.',
      },
    },
  },
  {
    noticeId: '01a1e1a7-4c00-7000-8000-000000000001',
    cityId: 'mitaka',
    venueId: INOKASHIRA,
    date: '2026-11-16',
    title: '井の頭東部地区公会堂は火曜日だけ10時30分に開きます（サンプル）',
    body: '火曜日の開館は10時30分です。ほかの曜日と祝日は9時に開きます。祝日が火曜日に当たるときも9時に開きます。',
    translations: {
      'ja-easy': {
        title:
          '井の頭東部地区公会堂（いのかしら とうぶ ちく こうかいどう）は 火曜日だけ 10時30分に 開きます（サンプル）',
        body: '火曜日は 10時30分に 開きます。ほかの 日と、祝日（国の 休みの 日）は 9時に 開きます。火曜日が 祝日の ときも 9時に 開きます。',
      },
      en: {
        title: 'Inokashira Tobu Community Hall opens at 10:30 on Tuesdays only (sample)',
        body: 'The hall opens at 10:30 on Tuesdays. On other days and on public holidays it opens at 9:00, also where a holiday falls on a Tuesday.',
      },
    },
  },
]
