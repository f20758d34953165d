import { passwordChanged as cause } from '@asaichi/contract/identity/password.ts'
import { loginPage, toOwner } from '../../about/account.ts'
import { type Body, type Frame, paragraph } from '../../domain/letter.ts'
import { mail } from '../mail.ts'

/** Mail P (V4). */
export const passwordChanged = mail({
  kind: 'password-changed',
  name: { ja: 'パスワードの変更', 'ja-easy': 'パスワードが 変（か）わった', en: 'Password changed' },
  lane: 'decisions',
  cause,
  queue: ({ data: { changeId, personId, cityId }, version }) => [
    { subjectId: changeId, version, personId, cityId },
  ],
  ...toOwner,
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

function japanese(_: object, frame: Frame): Body {
  return {
    subject: 'パスワードが変わりました',
    blocks: [
      paragraph(
        `${frame.city.name}の施設予約のパスワードが変わりました。\n安全のため、ほかの端末のログインはすべて終わりました。`,
      ),
      paragraph(
        '変えた覚えがないときは、すぐにログインのページの「パスワードを忘れたとき」から新しいパスワードに変え、下の窓口へご連絡ください。',
      ),
      loginPage('ログインのページを開く', frame),
    ],
  }
}

function easyJapanese(_: object, frame: Frame): Body {
  return {
    subject: 'パスワードが変（か）わりました',
    blocks: [
      paragraph(
        `${frame.city.name}の施設（しせつ）の予約（よやく）のパスワードが 変（か）わりました。\nほかのスマートフォンやパソコンは、ログアウトしました。`,
      ),
      paragraph(
        'あなたが していないときは、すぐにログインのページの「パスワードを忘れたとき」から パスワードを変（か）えてください。下（した）の窓口（まどぐち）にも 電話（でんわ）してください。',
      ),
      loginPage('ログインのページを開（ひら）く', frame),
    ],
  }
}

function english(_: object, frame: Frame): Body {
  return {
    subject: 'Your password was changed',
    blocks: [
      paragraph(
        `Your password for the facilities of ${frame.city.name} was changed.\nTo be safe, all other devices were logged out.`,
      ),
      paragraph(
        'If it was not you, choose “forgot my password” on the login page at once, and call the office below.',
      ),
      loginPage('Open the login page', frame),
    ],
  }
}
