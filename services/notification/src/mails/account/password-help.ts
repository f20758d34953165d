import { getPasswordHelpMail, passwordHelpAsked } from '@asaichi/contract/identity/password.ts'
import { z } from 'zod'
import { loginPage } from '../../about/account.ts'
import { type Body, type Frame, inFours, paragraph } from '../../domain/letter.ts'
import { englishClock } from '../../languages/english-time.ts'
import { clockSeconds } from '../../languages/japanese-time.ts'
import { gone, mail } from '../mail.ts'

/**
 * Mail A (S9). A request that matched nobody is a row as well, and dropped when it is asked what to say. In groups of four the
 * password is read and typed more easily; the login takes it with or without hyphens.
 */
export const passwordHelp = mail({
  kind: 'password-help',
  name: { ja: '仮のパスワード', 'ja-easy': '仮（かり）のパスワード', en: 'Temporary password' },
  lane: 'codes',
  cause: passwordHelpAsked,
  queue: ({ data, version }) => [{ subjectId: data.helpId, version, cityId: data.cityId }],
  topic: z.object({ subjectId: z.uuid() }),
  async gather(call, { subjectId }) {
    const answer = await call(getPasswordHelpMail, { helpId: subjectId })
    if (!answer.ok)
      return answer.refusal.code === 'expired' ? { status: 'dropped', reason: 'password expired' } : gone
    const { cityId, password, expiresAt, ...recipient } = answer.value
    return { status: 'ready', cityId, recipient, facts: { password, expiresAt } }
  },
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

type Facts = { readonly password: string; readonly expiresAt: string }

function japanese({ password, expiresAt }: Facts, frame: Frame): Body {
  return {
    subject: '仮のパスワードのお知らせ',
    blocks: [
      paragraph('パスワードを忘れたときの手続きを受け付けました。仮のパスワードは次のとおりです。'),
      { kind: 'code', label: '仮のパスワード', code: inFours(password) },
      paragraph(
        `仮のパスワードは1回だけ、${clockSeconds(expiresAt)}まで使えます。ハイフン（-）は入れても入れなくてもかまいません。`,
      ),
      {
        kind: 'steps',
        title: '手順',
        steps: [
          'ログインのページで、パスワードの欄に仮のパスワードを入れます。',
          '続けて届くメールの認証番号（6桁の数字）を入れます。',
          '新しいパスワードを決めます。決めるまで、ほかの操作はできません。',
        ],
      },
      loginPage('ログインのページを開く', frame),
      paragraph(
        '新しいパスワードを決めるまで、今までのパスワードも使えます。手続きをした覚えがないときは、何もせずにこのメールを消してください。',
      ),
    ],
  }
}

function easyJapanese({ password, expiresAt }: Facts, frame: Frame): Body {
  return {
    subject: '仮（かり）のパスワード',
    blocks: [
      paragraph(
        'パスワードを忘（わす）れた人（ひと）への お知（し）らせです。これは仮（かり）のパスワードです。',
      ),
      { kind: 'code', label: '仮（かり）のパスワード', code: inFours(password) },
      paragraph(
        `1回（かい）だけ使（つか）えます。${clockSeconds(expiresAt)}までです。「-」は 入（い）れなくても いいです。`,
      ),
      {
        kind: 'steps',
        title: 'すること',
        steps: [
          'ログインのページを開（ひら）きます。パスワードに、仮（かり）のパスワードを入（い）れます。',
          '次（つぎ）のメールの数字（すうじ）を6つ 入（い）れます。',
          '新（あたら）しいパスワードを決（き）めます。',
        ],
      },
      loginPage('ログインのページを開（ひら）く', frame),
      paragraph(
        '新（あたら）しいパスワードを決（き）めるまで、前（まえ）のパスワードも使（つか）えます。あなたが していないときは、このメールを消（け）してください。',
      ),
    ],
  }
}

function english({ password, expiresAt }: Facts, frame: Frame): Body {
  return {
    subject: 'Your temporary password',
    blocks: [
      paragraph('You asked for help with a forgotten password. This is your temporary password.'),
      { kind: 'code', label: 'Temporary password', code: inFours(password) },
      paragraph(
        `It works once, until ${englishClock(expiresAt)} (Japan time). You may type it with or without the hyphens.`,
      ),
      {
        kind: 'steps',
        title: 'What to do',
        steps: [
          'On the login page, type the temporary password as your password.',
          'Type the 6-digit login code of the mail that comes next.',
          'Choose a new password. Until you have, nothing else is possible.',
        ],
      },
      loginPage('Open the login page', frame),
      paragraph(
        'Until you choose a new password, your old one works as well. If you did not ask for help, please delete this mail.',
      ),
    ],
  }
}
