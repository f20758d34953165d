import type { PointRules } from '@asaichi/contract/catalog/points.ts'
import { getRecipient } from '@asaichi/contract/identity/mail-facts.ts'
import { PersonId } from '@asaichi/contract/ids.ts'
import { pointsGiven as cause, getPointsMail } from '@asaichi/contract/reservation/points.ts'
import { z } from 'zod'
import { RESERVATION_WORDS, type ReservationWords } from '../about/reservation-words.ts'
import { type Block, type Body, type Frame, paragraph } from '../domain/letter.ts'
import { englishDeadline } from '../languages/english-time.ts'
import { japaneseDeadline } from '../languages/japanese-time.ts'
import { gone, mail, overtaken } from './mail.ts'

/**
 * Mail T (G8), once for each booking and cause: points were given, and until when no application is taken where they made a ban.
 * What was waived before it was sent is not told.
 */
export const pointsGiven = mail({
  kind: 'points-given',
  name: { ja: '点がついたお知らせ', 'ja-easy': '点（てん）が ついた お知（し）らせ', en: 'Points given' },
  lane: 'decisions',
  cause,
  queue: ({ data: { pointId, personId, cityId } }) => [{ subjectId: pointId, version: 1, personId, cityId }],
  topic: z.object({ subjectId: z.uuid(), personId: PersonId }),
  async gather(call, { subjectId, personId }) {
    const [recipient, answer] = await Promise.all([
      call(getRecipient, { personId }),
      call(getPointsMail, { pointId: subjectId }),
    ])
    if (!recipient.ok || !answer.ok) return gone
    const { rules, ...facts } = answer.value
    if (rules === null || facts.point.waivedAt !== null) return overtaken
    return { status: 'ready', cityId: facts.cityId, recipient: recipient.value, facts: { ...facts, rules } }
  },
  words: { ja: japanese, 'ja-easy': easyJapanese, en: english },
})

export type PointsFacts = z.output<typeof getPointsMail.output> & { readonly rules: PointRules }

function japanese(facts: PointsFacts, frame: Frame): Body {
  const { point, counted, rules, bannedUntil } = facts
  const why =
    point.cause === 'late-cancel'
      ? '利用日が近づいてから次の予約を取り消されたため'
      : '次の予約のご利用がなかったため'
  return {
    subject:
      bannedUntil === null ? `${point.points}点がつきました` : '点により、新しい申込みができなくなりました',
    blocks: [
      paragraph(`${why}、市の決まりにより${point.points}点がつきました。`),
      booking(facts, '予約の内容', RESERVATION_WORDS.ja),
      paragraph(
        `今の点は${counted}点です。${rules.countedDays}日のうちに${rules.bannedAt}点になると、${rules.banDays}日のあいだ新しい申込みができません。`,
      ),
      ...(bannedUntil === null
        ? []
        : [
            paragraph(
              `${japaneseDeadline(bannedUntil)}まで、部屋の申込みと抽選の申込みはできません。すでにある予約は、そのままお使いになれます。`,
            ),
          ]),
      paragraph('やむをえない事情があったときや、心当たりがないときは、下の窓口へご連絡ください。'),
      page(frame, '自分の点を見る（登録内容のページ）'),
    ],
  }
}

function easyJapanese(facts: PointsFacts, frame: Frame): Body {
  const { point, counted, rules, bannedUntil } = facts
  const why =
    point.cause === 'late-cancel'
      ? '使（つか）う日（ひ）の 近（ちか）くに 予約（よやく）を 取（と）り消（け）したので'
      : '予約（よやく）の 時間（じかん）に 来（こ）なかったので'
  return {
    subject:
      bannedUntil === null
        ? `${point.points}点（てん）が つきました`
        : '点（てん）が 多（おお）いので、申（もう）し込（こ）みが できません',
    blocks: [
      paragraph(`${why}、${point.points}点（てん）が つきました。`),
      booking(facts, '予約（よやく）の内容（ないよう）', RESERVATION_WORDS['ja-easy']),
      paragraph(
        `今（いま）は ${counted}点（てん）です。${rules.countedDays}日（にち）の間（あいだ）に ${rules.bannedAt}点（てん）に なると、${rules.banDays}日（にち） 申（もう）し込（こ）めません。`,
      ),
      ...(bannedUntil === null
        ? []
        : [
            paragraph(
              `${japaneseDeadline(bannedUntil)}まで、申（もう）し込（こ）みは できません。今（いま）ある 予約（よやく）は 使（つか）えます。`,
            ),
          ]),
      paragraph('わからないときは、下（した）の窓口（まどぐち）に 聞（き）いてください。'),
      page(frame, '自分（じぶん）の点（てん）を 見（み）る'),
    ],
  }
}

function english(facts: PointsFacts, frame: Frame): Body {
  const { point, counted, rules, bannedUntil } = facts
  const why =
    point.cause === 'late-cancel'
      ? 'because you cancelled this booking close to its date'
      : 'because nobody came to this booking'
  return {
    subject:
      bannedUntil === null ? `You were given ${countOf(point.points)}` : 'You cannot apply for a while',
    blocks: [
      paragraph(`By the rules of the city you were given ${countOf(point.points)} ${why}.`),
      booking(facts, 'The booking', RESERVATION_WORDS.en),
      paragraph(
        `You have ${countOf(counted)} now. With ${rules.bannedAt} within ${countOf(rules.countedDays, 'day')}, no new application is taken for ${countOf(rules.banDays, 'day')}.`,
      ),
      ...(bannedUntil === null
        ? []
        : [
            paragraph(
              `Until ${englishDeadline(bannedUntil)} you cannot apply for rooms or enter lotteries. What you have booked stays yours.`,
            ),
          ]),
      paragraph('If you could not help it, or know nothing of it, please call the office below.'),
      page(frame, 'See your points (your account)'),
    ],
  }
}

function countOf(count: number, noun = 'point'): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function booking(facts: PointsFacts, title: string, words: ReservationWords): Block {
  return {
    kind: 'facts',
    title,
    rows: [
      { label: words.place, value: words.named(facts, facts.placeNames) },
      { label: words.date, value: words.day(facts.date) },
      { label: words.time, value: words.span(facts.from, facts.to) },
    ],
  }
}

function page({ publicUrl }: Frame, label: string): Block {
  return { kind: 'link', label, url: `${publicUrl}/account` }
}
