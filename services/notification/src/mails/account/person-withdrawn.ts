import { personWithdrawn as cause, getWithdrawalMail } from '@asaichi/contract/identity/own-data.ts'
import { z } from 'zod'
import { type Body, type Frame, paragraph } from '../../domain/letter.ts'
import { gone, mail } from '../mail.ts'

/** V11: the last mail to a person; the address is kept for it alone. */
export const personWithdrawn = mail({
  kind: 'person-withdrawn',
  name: { ja: '退会', 'ja-easy': '退会（たいかい）', en: 'Account closed' },
  lane: 'decisions',
  cause,
  queue: ({ data: { withdrawalId, cityId } }) => [{ subjectId: withdrawalId, version: 1, cityId }],
  topic: z.object({ subjectId: z.uuid() }),
  async gather(call, { subjectId }) {
    const answer = await call(getWithdrawalMail, { withdrawalId: subjectId })
    if (!answer.ok) return gone
    const { cityId, ...recipient } = answer.value
    return { status: 'ready', cityId, recipient, facts: {} }
  },
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

function japanese(_facts: object, frame: Frame): Body {
  return {
    subject: '退会の手続きが終わりました',
    blocks: [
      paragraph(
        `${frame.city.name}の施設予約から退会されました。ご登録の情報は消去し、ログインはできなくなりました。`,
      ),
      {
        kind: 'lines',
        title: '消さずに残すもの',
        lines: [
          '利用者登録番号と、いつ、どの部屋が使われたかの記録（お名前はありません）',
          '使用料の請求と支払いの帳簿（会計の記録のため）',
          '抽選の公開の記録（だれでも抽選を確かめられるように。お名前はありません）',
          'だれがいつ何をしたかの記録',
        ],
      },
      paragraph('また使うときは、同じメールアドレスで新しく登録できます。'),
      paragraph('退会した覚えがないときは、すぐに下の窓口へご連絡ください。'),
    ],
  }
}

function easyJapanese(_facts: object, frame: Frame): Body {
  return {
    subject: '退会（たいかい）が 終（お）わりました',
    blocks: [
      paragraph(
        `${frame.city.name}の施設（しせつ）の予約（よやく）を やめました。あなたの名前（なまえ）や 住所（じゅうしょ）は 消（け）しました。もう ログインできません。`,
      ),
      {
        kind: 'lines',
        title: '消（け）さないもの',
        lines: [
          '番号（ばんごう）と、いつ どの部屋（へや）を 使（つか）ったか（名前（なまえ）は ありません）',
          'お金（かね）を 払（はら）った記録（きろく）',
          '抽選（ちゅうせん）の記録（きろく）（名前（なまえ）は ありません）',
          'だれが いつ 何（なに）を したかの記録（きろく）',
        ],
      },
      paragraph(
        'また 使（つか）うときは、同（おな）じメールアドレスで 新（あたら）しく 登録（とうろく）できます。',
      ),
      paragraph(
        'あなたが していないときは、すぐに下（した）の窓口（まどぐち）に 電話（でんわ）してください。',
      ),
    ],
  }
}

function english(_facts: object, frame: Frame): Body {
  return {
    subject: 'Your account is closed',
    blocks: [
      paragraph(
        `You have left the reservations of ${frame.city.name}. Your personal data are erased, and you can no longer log in.`,
      ),
      {
        kind: 'lines',
        title: 'What is kept',
        lines: [
          'your user number, and when which room was used (without your name)',
          'the books of what was charged and paid, because the city must keep them',
          'the public record of the draws, so that anybody can check them (without your name)',
          'the log of who did what, and when',
        ],
      },
      paragraph('To come back, register anew with the same mail address.'),
      paragraph('If it was not you, call the office below at once.'),
    ],
  }
}
