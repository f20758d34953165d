import { personConfirmed } from '@asaichi/contract/identity/account.ts'
import { getMemberMail } from '@asaichi/contract/identity/mail-facts.ts'
import { CityId, PersonId } from '@asaichi/contract/ids.ts'
import { z } from 'zod'
import { loginPage } from '../../about/account.ts'
import { type Body, type Frame, paragraph } from '../../domain/letter.ts'
import { gone, mail } from '../mail.ts'

/** The second mail B (S5): the number, which the page shows once and people look for years later. */
export const registrationFinished = mail({
  kind: 'registration-finished',
  name: {
    ja: '登録の完了（登録番号）',
    'ja-easy': '登録（とうろく）が 終（お）わった',
    en: 'Registration finished (member number)',
  },
  lane: 'decisions',
  cause: personConfirmed,
  queue: ({ data: { personId, cityId }, version }) => [{ subjectId: personId, version, personId, cityId }],
  topic: z.object({ personId: PersonId, cityId: CityId }),
  async gather(call, { personId, cityId }) {
    const answer = await call(getMemberMail, { personId })
    if (!answer.ok) return gone
    const { memberNumber, ...recipient } = answer.value
    return { status: 'ready', cityId, recipient, facts: { memberNumber } }
  },
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

type Facts = { readonly memberNumber: string }

function japanese({ memberNumber }: Facts, frame: Frame): Body {
  const { city, publicUrl } = frame
  return {
    subject: '登録が終わりました',
    blocks: [
      paragraph(`${city.name}の施設予約への登録が終わりました。あなたの登録番号は次のとおりです。`),
      { kind: 'code', label: '登録番号', code: memberNumber },
      paragraph('登録番号は、窓口でのお問い合わせなどに使います。このメールを取っておいてください。'),
      paragraph('部屋を予約するには、続けて施設の利用申請をして、市の承認を受けてください。'),
      { kind: 'link', label: '利用申請のページを開く', url: `${publicUrl}/permission?city=${city.cityId}` },
      loginPage('ログインのページを開く', frame),
      paragraph('登録した覚えがないときは、下の窓口へご連絡ください。'),
    ],
  }
}

function easyJapanese({ memberNumber }: Facts, frame: Frame): Body {
  const { city, publicUrl } = frame
  return {
    subject: '登録（とうろく）が 終（お）わりました',
    blocks: [
      paragraph(`${city.name}の登録（とうろく）が 終（お）わりました。あなたの番号（ばんごう）です。`),
      { kind: 'code', label: '登録番号（とうろくばんごう）', code: memberNumber },
      paragraph('窓口（まどぐち）で 聞（き）かれることが あります。このメールを 消（け）さないで ください。'),
      paragraph(
        '部屋（へや）を 予約（よやく）する 前（まえ）に、利用申請（りようしんせい）を してください。',
      ),
      {
        kind: 'link',
        label: '利用申請（りようしんせい）のページを開（ひら）く',
        url: `${publicUrl}/permission?city=${city.cityId}`,
      },
      loginPage('ログインのページを開（ひら）く', frame),
      paragraph(
        '登録（とうろく）していない人（ひと）は、下（した）の窓口（まどぐち）に 言（い）ってください。',
      ),
    ],
  }
}

function english({ memberNumber }: Facts, frame: Frame): Body {
  const { city, publicUrl } = frame
  return {
    subject: 'Your registration is finished',
    blocks: [
      paragraph(
        `You are now registered for the public facilities of ${city.name}. This is your member number.`,
      ),
      { kind: 'code', label: 'Member number', code: memberNumber },
      paragraph('The office may ask for it. Please keep this mail.'),
      paragraph('Before you can book a room, apply for permission; the city then has to approve it.'),
      {
        kind: 'link',
        label: 'Open the application page',
        url: `${publicUrl}/permission?city=${city.cityId}`,
      },
      loginPage('Open the login page', frame),
      paragraph('If you did not register, please tell the office below.'),
    ],
  }
}
