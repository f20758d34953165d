import { mailChangeAsked as cause, getMailChangeCode } from '@asaichi/contract/identity/mail-change.ts'
import { z } from 'zod'
import { type CodeFacts, codeOf } from '../../about/code.ts'
import { type Body, paragraph } from '../../domain/letter.ts'
import { englishClock } from '../../languages/english-time.ts'
import { clockSeconds } from '../../languages/japanese-time.ts'
import { mail } from '../mail.ts'

/** Mail C to a new address (M9). */
export const mailChangeCode = mail({
  kind: 'mail-change-code',
  name: {
    ja: 'メールアドレスを変える番号',
    'ja-easy': 'メールアドレスを変（か）える番号（ばんごう）',
    en: 'Code for a change of mail address',
  },
  lane: 'codes',
  cause,
  queue: ({ data, version }) => [{ subjectId: data.changeId, version }],
  topic: z.object({ subjectId: z.uuid() }),
  gather: async (call, { subjectId }) => codeOf(await call(getMailChangeCode, { changeId: subjectId })),
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

function japanese({ code, expiresAt }: CodeFacts): Body {
  return {
    subject: '新しいメールアドレスの確認',
    blocks: [
      paragraph(`メールアドレスを変える画面に、次の${code.length}桁の数字を入れてください。`),
      { kind: 'code', label: '確認の番号', code },
      paragraph(
        `この番号は30分間、${clockSeconds(expiresAt)}まで使えます。番号を入れるまで、メールアドレスは変わりません。`,
      ),
      paragraph('手続きをした覚えがないときは、この番号を誰にも教えず、このメールを消してください。'),
    ],
  }
}

function easyJapanese({ code, expiresAt }: CodeFacts): Body {
  return {
    subject: '新（あたら）しいメールアドレスの番号（ばんごう）',
    blocks: [
      paragraph(
        `メールアドレスを変（か）えるページに、この${code.length}つの数字（すうじ）を入（い）れてください。`,
      ),
      { kind: 'code', label: '番号（ばんごう）', code },
      paragraph(`30分（ぷん）だけ使（つか）えます。${clockSeconds(expiresAt)}までです。`),
      paragraph(
        'あなたが していないときは、この番号（ばんごう）を だれにも教（おし）えないで、メールを消（け）してください。',
      ),
    ],
  }
}

function english({ code, expiresAt }: CodeFacts): Body {
  return {
    subject: 'Confirm your new mail address',
    blocks: [
      paragraph(`Please type these ${code.length} digits into the page where you change your mail address.`),
      { kind: 'code', label: 'Code', code },
      paragraph(
        `The code works for 30 minutes, until ${englishClock(expiresAt)} (Japan time). Until you enter it, your address stays as it is.`,
      ),
      paragraph('If you did not ask for this, tell the code to nobody and delete this mail.'),
    ],
  }
}
