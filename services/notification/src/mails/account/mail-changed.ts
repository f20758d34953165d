import { mailChanged as cause, getMailChangeNotice } from '@asaichi/contract/identity/mail-change.ts'
import { z } from 'zod'
import { loginPage } from '../../about/account.ts'
import { type Body, type Frame, paragraph } from '../../domain/letter.ts'
import { gone, mail } from '../mail.ts'

/** Mail P to both mailboxes (M9, V4): two mails of one fact, told apart by `outcome` and numbered as versions. */
export const mailChanged = mail({
  kind: 'mail-changed',
  name: {
    ja: 'メールアドレスが変わりました',
    'ja-easy': 'メールアドレスが変（か）わりました',
    en: 'Mail address changed',
  },
  lane: 'decisions',
  cause,
  queue: ({ data: { changeId, cityId } }) =>
    (['old', 'new'] as const).map((outcome, index) => ({
      subjectId: changeId,
      version: index + 1,
      cityId,
      outcome,
    })),
  topic: z.object({ subjectId: z.uuid(), outcome: z.enum(['old', 'new']) }),
  async gather(call, { subjectId, outcome }) {
    const answer = await call(getMailChangeNotice, { changeId: subjectId, address: outcome })
    if (!answer.ok) return gone
    const { cityId, ...recipient } = answer.value
    return { status: 'ready', cityId, recipient, facts: { address: outcome } }
  },
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

type Facts = { readonly address: 'old' | 'new' }

function japanese({ address }: Facts, frame: Frame): Body {
  return {
    subject: 'メールアドレスが変わりました',
    blocks: [
      paragraph(
        address === 'old'
          ? `${frame.city.name}の施設予約に登録したメールアドレスが変わりました。\nこれからのお知らせと認証番号は、新しいメールアドレスに届きます。`
          : `${frame.city.name}の施設予約のお知らせと認証番号は、これからこのメールアドレスに届きます。`,
      ),
      paragraph('変えた覚えがないときは、すぐに下の窓口へご連絡ください。'),
      loginPage('ログインのページを開く', frame),
    ],
  }
}

function easyJapanese({ address }: Facts, frame: Frame): Body {
  return {
    subject: 'メールアドレスが変（か）わりました',
    blocks: [
      paragraph(
        address === 'old'
          ? `${frame.city.name}の施設（しせつ）の予約（よやく）のメールは、これから 新（あたら）しいメールアドレスに送（おく）ります。`
          : `${frame.city.name}の施設（しせつ）の予約（よやく）のメールは、これから このメールアドレスに送（おく）ります。`,
      ),
      paragraph(
        'あなたが していないときは、すぐに下（した）の窓口（まどぐち）に 電話（でんわ）してください。',
      ),
      loginPage('ログインのページを開（ひら）く', frame),
    ],
  }
}

function english({ address }: Facts, frame: Frame): Body {
  return {
    subject: 'Your mail address was changed',
    blocks: [
      paragraph(
        address === 'old'
          ? `The mail address of your account for the facilities of ${frame.city.name} was changed. From now on, notices and login codes go to the new address.`
          : `From now on, notices and login codes for the facilities of ${frame.city.name} come to this address.`,
      ),
      paragraph('If it was not you, call the office below at once.'),
      loginPage('Open the login page', frame),
    ],
  }
}
