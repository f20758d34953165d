import type { Language } from '@asaichi/contract/actor.ts'
import { getCity } from '@asaichi/contract/catalog/city.ts'
import { CityId } from '@asaichi/contract/ids.ts'
import { answersWanted as cause, getAnswersWantedMail } from '@asaichi/contract/reservation/unanswered.ts'
import { z } from 'zod'
import { RESERVATION_WORDS } from '../about/reservation-words.ts'
import { type Block, type Body, type Frame, paragraph } from '../domain/letter.ts'
import { gone, mail, overtaken } from './mail.ts'

/** Mail N (M25), to the address of the city's office: one a venue and morning, however much waits there. Who asks stands behind the login. */
export const answersWanted = mail({
  kind: 'answers-wanted',
  name: {
    ja: '回答していない申込みのお知らせ（職員へ）',
    'ja-easy': 'まだ 返事（へんじ）を していない 申込（もうしこ）み',
    en: 'Applications to answer (to staff)',
  },
  lane: 'bulk',
  cause,
  queue: ({ data: { cityId, venueId, date } }) => [
    { subjectId: `${venueId}:${date}`, version: 1, cityId, outcome: venueId },
  ],
  topic: z.object({ cityId: CityId, outcome: z.string() }),
  async gather(call, { cityId, outcome: venueId }) {
    const [city, answer] = await Promise.all([
      call(getCity, { cityId }),
      call(getAnswersWantedMail, { venueId }),
    ])
    if (!city.ok || !answer.ok) return gone
    const facts = answer.value
    const [nearest] = facts.items
    if (!nearest) return overtaken
    const { name, mail: address } = city.value.office
    return {
      status: 'ready',
      cityId,
      recipient: { name, mail: address, language: 'ja' },
      facts,
      staleAt: nearest.answerBy,
    }
  },
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

type Facts = z.output<typeof getAnswersWantedMail.output>

function japanese(facts: Facts, frame: Frame): Body {
  return {
    subject: `まだ回答していない申込みが${facts.total}件あります（${facts.venueName}）`,
    blocks: [
      paragraph('次の申込みは、利用開始の時刻までに承認も不承認もされないと、期限切れになります。'),
      list(facts, { title: '回答を待っている申込み', language: 'ja', more: rest => `ほか${rest}件` }),
      queueLink(frame, '申込みの一覧（職員のページ）'),
    ],
  }
}

function easyJapanese(facts: Facts, frame: Frame): Body {
  return {
    subject: `まだ 返事（へんじ）を していない 申込（もうしこ）みが ${facts.total}件（けん） あります（${facts.venueName}）`,
    blocks: [
      paragraph(
        '使（つか）う時間（じかん）までに 返事（へんじ）を しないと、申込（もうしこ）みは 期限切（きげんぎ）れに なります。',
      ),
      list(facts, {
        title: '返事（へんじ）を 待（ま）っている 申込（もうしこ）み',
        language: 'ja-easy',
        more: rest => `ほかに ${rest}件（けん）`,
      }),
      queueLink(frame, '申込（もうしこ）みの ページ'),
    ],
  }
}

function english(facts: Facts, frame: Frame): Body {
  const count = facts.total === 1 ? '1 application waits' : `${facts.total} applications wait`
  return {
    subject: `${count} for an answer (${facts.venueName})`,
    blocks: [
      paragraph('An application that is neither approved nor refused by the start of its use expires.'),
      list(facts, { title: 'Waiting for an answer', language: 'en', more: rest => `and ${rest} more` }),
      queueLink(frame, 'The applications (pages of the staff)'),
    ],
  }
}

function list(
  { venueName, placeNames, total, items }: Facts,
  {
    title,
    language,
    more,
  }: { readonly title: string; readonly language: Language; readonly more: (rest: number) => string },
): Block {
  const words = RESERVATION_WORDS[language]
  const lines = items.map(
    ({ spaceName, date, from, to }) =>
      `${words.day(date)} ${words.span(from, to)} ${words.named({ venueName, spaceName }, placeNames)}`,
  )
  const rest = total - items.length
  return { kind: 'lines', title, lines: rest > 0 ? [...lines, more(rest)] : lines }
}

function queueLink({ publicUrl }: Frame, label: string): Block {
  return { kind: 'link', label, url: `${publicUrl}/staff/applications` }
}
