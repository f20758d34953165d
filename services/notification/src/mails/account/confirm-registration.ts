import { registrationStarted } from '@asaichi/contract/identity/account.ts'
import { getConfirmationMail } from '@asaichi/contract/identity/mail-facts.ts'
import { z } from 'zod'
import { loginPage } from '../../about/account.ts'
import { type Body, type Frame, paragraph } from '../../domain/letter.ts'
import { englishMoment } from '../../languages/english-time.ts'
import { japaneseMoment } from '../../languages/japanese-time.ts'
import { gone, mail } from '../mail.ts'

/**
 * Mail B (M5). To an address that is known already it says so: the screen said the same to both, only the mailbox's owner learns
 * it. The token stands behind `#`, so that opening the link tells it to no server: only the button's POST does.
 */
export const confirmRegistration = mail({
  kind: 'confirm-registration',
  name: {
    ja: '本登録のお願い',
    'ja-easy': '登録（とうろく）のお願（ねが）い',
    en: 'Confirm the registration',
  },
  lane: 'decisions',
  cause: registrationStarted,
  queue: ({ data, version }) => [{ subjectId: data.registrationId, version, cityId: data.cityId }],
  topic: z.object({ subjectId: z.uuid() }),
  async gather(call, { subjectId }) {
    const answer = await call(getConfirmationMail, { registrationId: subjectId })
    if (!answer.ok) return gone
    const { cityId, content, ...recipient } = answer.value
    const stale = content.kind === 'confirm' ? { staleAt: content.expiresAt } : {}
    return { status: 'ready', cityId, recipient, facts: content, ...stale }
  },
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

type Facts = z.output<typeof getConfirmationMail.output>['content']
type Link = Extract<Facts, { kind: 'confirm' }>

function japanese(facts: Facts, frame: Frame): Body {
  return facts.kind === 'confirm' ? japaneseLink(facts, frame) : japaneseKnown(frame)
}

function japaneseLink({ token, expiresAt }: Link, { city, publicUrl }: Frame): Body {
  return {
    subject: '本登録のお願い（まだ登録は終わっていません）',
    blocks: [
      paragraph(`${city.name}の施設予約への仮登録を受け付けました。\nまだ登録は終わっていません。`),
      paragraph('下のリンクを開き、開いたページの「登録を終える」ボタンを押してください。'),
      {
        kind: 'link',
        label: '本登録のページを開く',
        url: `${publicUrl}/confirm?city=${city.cityId}#token=${encodeURIComponent(token)}`,
      },
      paragraph(`このリンクは1回だけ、${japaneseMoment(expiresAt)}まで使えます。`),
      paragraph('本登録のあと、施設の利用申請をして市の承認を受けると、予約の申込みができます。'),
      paragraph('このメールに心当たりがないときは、何もせずに消してください。登録はされません。'),
    ],
  }
}

function japaneseKnown(frame: Frame): Body {
  return {
    subject: '登録についてのお知らせ',
    blocks: [
      paragraph(
        `このメールアドレスで、${frame.city.name}の施設予約に新しく登録する手続きがありました。\nこのメールアドレスはすでに登録されていますので、新しい登録はしていません。`,
      ),
      paragraph('これまでの登録で、そのままログインできます。'),
      loginPage('ログインのページを開く', frame),
      paragraph('手続きをした覚えがないときは、何もしなくてかまいません。これまでの登録は変わっていません。'),
    ],
  }
}

function easyJapanese(facts: Facts, frame: Frame): Body {
  return facts.kind === 'confirm' ? easyJapaneseLink(facts, frame) : easyJapaneseKnown(frame)
}

function easyJapaneseLink({ token, expiresAt }: Link, { city, publicUrl }: Frame): Body {
  return {
    subject: '登録（とうろく）は まだ終（お）わっていません',
    blocks: [
      paragraph(
        `${city.name}の施設（しせつ）の登録（とうろく）を はじめました。\nまだ終（お）わっていません。`,
      ),
      paragraph('下（した）のリンクを開（ひら）いてください。そして、ボタンを押（お）してください。'),
      {
        kind: 'link',
        label: '登録（とうろく）のページを開（ひら）く',
        url: `${publicUrl}/confirm?city=${city.cityId}#token=${encodeURIComponent(token)}`,
      },
      paragraph(`このリンクは 1回（かい）だけ使（つか）えます。${japaneseMoment(expiresAt)}までです。`),
      paragraph(
        'そのあと、施設（しせつ）を使（つか）う申請（しんせい）をしてください。市（し）が「いいです」と言（い）ったら、予約（よやく）できます。',
      ),
      paragraph('登録（とうろく）していない人（ひと）は、このメールを消（け）してください。'),
    ],
  }
}

function easyJapaneseKnown(frame: Frame): Body {
  return {
    subject: '登録（とうろく）のお知（し）らせ',
    blocks: [
      paragraph(
        `だれかが、このメールアドレスで${frame.city.name}の施設（しせつ）に登録（とうろく）しようとしました。\nあなたは もう登録（とうろく）しています。新（あたら）しい登録（とうろく）は していません。`,
      ),
      paragraph('今（いま）の登録（とうろく）で ログインできます。'),
      loginPage('ログインのページを開（ひら）く', frame),
      paragraph('あなたが していないときは、何（なに）も しなくていいです。'),
    ],
  }
}

function english(facts: Facts, frame: Frame): Body {
  return facts.kind === 'confirm' ? englishLink(facts, frame) : englishKnown(frame)
}

function englishLink({ token, expiresAt }: Link, { city, publicUrl }: Frame): Body {
  return {
    subject: 'Please finish your registration',
    blocks: [
      paragraph(
        `We have received your registration for the public facilities of ${city.name}.\nIt is not finished yet.`,
      ),
      paragraph('Open the link below and press the button on that page.'),
      {
        kind: 'link',
        label: 'Finish the registration',
        url: `${publicUrl}/confirm?city=${city.cityId}#token=${encodeURIComponent(token)}`,
      },
      paragraph(`The link works once, until ${englishMoment(expiresAt)} (Japan time).`),
      paragraph(
        'After that, apply for permission to use the facilities. You can book once the city has approved it.',
      ),
      paragraph('If you did not register, please delete this mail. Nothing will be registered.'),
    ],
  }
}

function englishKnown(frame: Frame): Body {
  return {
    subject: 'About your registration',
    blocks: [
      paragraph(
        `Somebody registered for the facilities of ${frame.city.name} with this mail address.\nThe address is registered already, so no new account was made.`,
      ),
      paragraph('You can log in with the account you have.'),
      loginPage('Open the login page', frame),
      paragraph('If it was not you, you need not do anything. Your account has not changed.'),
    ],
  }
}
