import { getPermissionMail, getRecipient } from '@asaichi/contract/identity/mail-facts.ts'
import { permissionChanged as cause } from '@asaichi/contract/identity/permission.ts'
import { CityId, PersonId } from '@asaichi/contract/ids.ts'
import { z } from 'zod'
import { type Body, type Frame, paragraph } from '../../domain/letter.ts'
import { gone, mail, overtaken } from '../mail.ts'

/** Mail I (M7), for a decision; an approval with a reason is the end of a suspension. One that came with an import is told to nobody: identity has no mail for it. */
export const permissionChanged = mail({
  kind: 'permission-changed',
  name: {
    ja: '利用申請の結果',
    'ja-easy': '利用申請（りようしんせい）の結果（けっか）',
    en: 'Permission decided',
  },
  lane: 'decisions',
  cause,
  queue({ data: { personId, cityId, status, classOnly }, version }) {
    if (classOnly) return []
    if (status !== 'approved' && status !== 'returned' && status !== 'suspended') return []
    return [{ subjectId: `${cityId}/${personId}`, version, personId, cityId, outcome: status }]
  },
  topic: z.object({
    personId: PersonId,
    cityId: CityId,
    outcome: z.enum(['approved', 'returned', 'suspended']),
  }),
  async gather(call, { personId, cityId, outcome }) {
    const [recipient, answer] = await Promise.all([
      call(getRecipient, { personId }),
      call(getPermissionMail, { personId, cityId }),
    ])
    if (!recipient.ok || !answer.ok) return gone
    if (answer.value.status !== outcome) return overtaken
    return { status: 'ready', cityId, recipient: recipient.value, facts: answer.value }
  },
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

type Facts = z.output<typeof getPermissionMail.output>

function japanese(facts: Facts, frame: Frame): Body {
  if (facts.status === 'suspended') return japaneseSuspension(facts, frame)
  if (facts.status !== 'approved') return japaneseReturn(facts, frame)
  return facts.reason === null ? japaneseApproval(frame) : japaneseLift(facts, frame)
}

function japaneseApproval({ city, publicUrl }: Frame): Body {
  return {
    subject: '施設の利用申請が承認されました',
    blocks: [
      paragraph(`${city.name}の施設の利用申請が承認されました。\nこれで、予約の申込みができます。`),
      { kind: 'link', label: '施設と空き状況を見る', url: `${publicUrl}/` },
    ],
  }
}

function japaneseReturn({ reason }: Facts, { city, publicUrl }: Frame): Body {
  return {
    subject: '施設の利用申請が差し戻されました',
    blocks: [
      paragraph(`${city.name}の施設の利用申請は、差し戻しになりました。\nまだ予約の申込みはできません。`),
      {
        kind: 'facts',
        title: '差し戻しの理由',
        rows: [{ label: '理由', value: reason ?? '窓口におたずねください' }],
      },
      paragraph('内容をご確認のうえ、もう一度申請してください。わからないことは、下の窓口へご連絡ください。'),
      { kind: 'link', label: '利用申請のページを開く', url: `${publicUrl}/permission?city=${city.cityId}` },
    ],
  }
}

function japaneseSuspension({ reason }: Facts, { city }: Frame): Body {
  return {
    subject: '施設の利用を停止しました',
    blocks: [
      paragraph(`${city.name}の施設の利用を停止しました。\n停止のあいだ、新しい申込みはできません。`),
      {
        kind: 'facts',
        title: '停止の理由',
        rows: [{ label: '理由', value: reason ?? '窓口におたずねください' }],
      },
      paragraph(
        'すでに取った予約は、市から取り消しの知らせがないかぎり、そのまま使えます。ログインして、予約を見たり取り消したりすることもできます。わからないことは、下の窓口へご連絡ください。',
      ),
    ],
  }
}

function japaneseLift({ reason }: Facts, { city, publicUrl }: Frame): Body {
  return {
    subject: '施設の利用停止を解きました',
    blocks: [
      paragraph(`${city.name}の施設の利用停止を解きました。\nこれで、また予約の申込みができます。`),
      { kind: 'facts', title: '市からのことば', rows: [{ label: '内容', value: reason ?? '' }] },
      { kind: 'link', label: '施設と空き状況を見る', url: `${publicUrl}/` },
    ],
  }
}

function easyJapanese(facts: Facts, frame: Frame): Body {
  if (facts.status === 'suspended') return easyJapaneseSuspension(facts, frame)
  if (facts.status !== 'approved') return easyJapaneseReturn(facts, frame)
  return facts.reason === null ? easyJapaneseApproval(frame) : easyJapaneseLift(facts, frame)
}

function easyJapaneseApproval({ city, publicUrl }: Frame): Body {
  return {
    subject: '施設（しせつ）を予約（よやく）できます',
    blocks: [
      paragraph(
        `${city.name}が あなたの申請（しんせい）を見（み）ました。「いいです」と言（い）っています。\nこれから 予約（よやく）できます。`,
      ),
      { kind: 'link', label: '施設（しせつ）を見（み）る', url: `${publicUrl}/` },
    ],
  }
}

function easyJapaneseReturn({ reason }: Facts, { city, publicUrl }: Frame): Body {
  return {
    subject: '申請（しんせい）を直（なお）してください',
    blocks: [
      paragraph(
        `${city.name}が あなたの申請（しんせい）を見（み）ました。直（なお）すところが あります。\nまだ 予約（よやく）できません。`,
      ),
      {
        kind: 'facts',
        title: '直（なお）す理由（りゆう）',
        rows: [{ label: '理由（りゆう）', value: reason ?? '窓口（まどぐち）に聞（き）いてください' }],
      },
      paragraph(
        '直（なお）して、もう一度（いちど）申請（しんせい）してください。わからないときは、下（した）の窓口（まどぐち）に聞（き）いてください。',
      ),
      {
        kind: 'link',
        label: '申請（しんせい）のページを開（ひら）く',
        url: `${publicUrl}/permission?city=${city.cityId}`,
      },
    ],
  }
}

function easyJapaneseSuspension({ reason }: Facts, { city }: Frame): Body {
  return {
    subject: '施設（しせつ）を 使（つか）うことを 止（と）めました',
    blocks: [
      paragraph(
        `${city.name}は、あなたが 施設（しせつ）を 使（つか）うことを 止（と）めました。\n今（いま）は 新（あたら）しい予約（よやく）を 申（もう）し込（こ）めません。`,
      ),
      {
        kind: 'facts',
        title: '止（と）めた理由（りゆう）',
        rows: [{ label: '理由（りゆう）', value: reason ?? '窓口（まどぐち）に聞（き）いてください' }],
      },
      paragraph(
        'もう決（き）まった予約（よやく）は、市（し）が 取（と）り消（け）すと 言（い）わないときは、使（つか）えます。ログインして 予約（よやく）を 見（み）ることも できます。わからないときは、下（した）の窓口（まどぐち）に 聞（き）いてください。',
      ),
    ],
  }
}

function easyJapaneseLift({ reason }: Facts, { city, publicUrl }: Frame): Body {
  return {
    subject: 'また 施設（しせつ）を 使（つか）えます',
    blocks: [
      paragraph(
        `${city.name}の施設（しせつ）を、また 使（つか）えます。\nこれから 予約（よやく）を 申（もう）し込（こ）めます。`,
      ),
      {
        kind: 'facts',
        title: '市（し）の ことば',
        rows: [{ label: '内容（ないよう）', value: reason ?? '' }],
      },
      { kind: 'link', label: '施設（しせつ）を見（み）る', url: `${publicUrl}/` },
    ],
  }
}

function english(facts: Facts, frame: Frame): Body {
  if (facts.status === 'suspended') return englishSuspension(facts, frame)
  if (facts.status !== 'approved') return englishReturn(facts, frame)
  return facts.reason === null ? englishApproval(frame) : englishLift(facts, frame)
}

function englishApproval({ city, publicUrl }: Frame): Body {
  return {
    subject: 'You may now book facilities',
    blocks: [
      paragraph(
        `The city has approved your application to use the facilities of ${city.name}.\nYou can book from now on.`,
      ),
      { kind: 'link', label: 'See facilities and free times', url: `${publicUrl}/` },
    ],
  }
}

function englishReturn({ reason }: Facts, { city, publicUrl }: Frame): Body {
  return {
    subject: 'Your application needs a correction',
    blocks: [
      paragraph(
        `Your application to use the facilities of ${city.name} was returned to you.\nYou cannot book yet.`,
      ),
      {
        kind: 'facts',
        title: 'Why it was returned',
        rows: [{ label: 'Reason', value: reason ?? 'Please ask the office' }],
      },
      paragraph('Please correct it and apply again. If anything is unclear, call the office below.'),
      {
        kind: 'link',
        label: 'Open the application page',
        url: `${publicUrl}/permission?city=${city.cityId}`,
      },
    ],
  }
}

function englishSuspension({ reason }: Facts, { city }: Frame): Body {
  return {
    subject: 'Your use of facilities is suspended',
    blocks: [
      paragraph(
        `The city has suspended your use of the facilities of ${city.name}.\nUntil that ends you cannot apply for anything new.`,
      ),
      {
        kind: 'facts',
        title: 'Why it is suspended',
        rows: [{ label: 'Reason', value: reason ?? 'Please ask the office' }],
      },
      paragraph(
        'What you have booked stays yours unless the city tells you that it is cancelled, and you can still log in to see or cancel it. If anything is unclear, call the office below.',
      ),
    ],
  }
}

function englishLift({ reason }: Facts, { city, publicUrl }: Frame): Body {
  return {
    subject: 'Your use of facilities is no longer suspended',
    blocks: [
      paragraph(
        `The city has lifted the suspension of your use of the facilities of ${city.name}.\nYou can book again from now on.`,
      ),
      { kind: 'facts', title: 'From the city', rows: [{ label: 'Note', value: reason ?? '' }] },
      { kind: 'link', label: 'See facilities and free times', url: `${publicUrl}/` },
    ],
  }
}
