import { deviceRemembered as cause } from '@asaichi/contract/identity/login.ts'
import { loginPage, toOwner } from '../../about/account.ts'
import { type Body, type Frame, paragraph } from '../../domain/letter.ts'
import { mail } from '../mail.ts'

/** Mail P (V4): somebody stays logged in on a device that the account did not know. */
export const deviceRemembered = mail({
  kind: 'device-remembered',
  name: {
    ja: '新しい端末でのログイン',
    'ja-easy': '新（あたら）しい スマートフォンや パソコンで ログイン',
    en: 'Login on a new device',
  },
  lane: 'decisions',
  cause,
  queue: ({ data: { loginId, personId, cityId }, version }) => [
    { subjectId: loginId, version, personId, cityId },
  ],
  ...toOwner,
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

function japanese(_: object, frame: Frame): Body {
  return {
    subject: '新しい端末でログインがありました',
    blocks: [
      paragraph(
        `${frame.city.name}の施設予約に、これまで使ったことのない端末でログインがありました。その端末はログインしたままになっています。`,
      ),
      paragraph(
        'ご自分のログインであれば、何もする必要はありません。覚えがないときは、すぐにログインのページの「パスワードを忘れたとき」からパスワードを変えてください。すべての端末のログインが終わります。そのあと、下の窓口へご連絡ください。',
      ),
      loginPage('ログインのページを開く', frame),
    ],
  }
}

function easyJapanese(_: object, frame: Frame): Body {
  return {
    subject: '新（あたら）しい スマートフォンや パソコンで ログインが ありました',
    blocks: [
      paragraph(
        `${frame.city.name}の施設（しせつ）の予約（よやく）に、はじめて使（つか）う スマートフォンか パソコンで ログインが ありました。`,
      ),
      paragraph(
        'あなたが したときは、何（なに）も しなくていいです。あなたが していないときは、すぐにログインのページの「パスワードを忘れたとき」から パスワードを変（か）えてください。下（した）の窓口（まどぐち）にも 電話（でんわ）してください。',
      ),
      loginPage('ログインのページを開（ひら）く', frame),
    ],
  }
}

function english(_: object, frame: Frame): Body {
  return {
    subject: 'A login on a new device',
    blocks: [
      paragraph(
        `Somebody logged in to your account for the facilities of ${frame.city.name} on a device that was not used before, and stays logged in there.`,
      ),
      paragraph(
        'If it was you, there is nothing to do. If it was not, choose “forgot my password” on the login page at once: a new password logs out every device. Then call the office below.',
      ),
      loginPage('Open the login page', frame),
    ],
  }
}
